const cors = require('cors');
const express = require('express');
const customers = require('./routes/customers');

const app = express();
app.use(cors());
app.use(express.json());
app.use('/api/customers', customers);
app.get('/health', (req, res) => res.send('ok'));
app.get('/orders/:id', (req, res) => res.json({ id: req.params.id }));
app.use((req, res) => res.status(404).send('not here'));
app.listen(3000);
