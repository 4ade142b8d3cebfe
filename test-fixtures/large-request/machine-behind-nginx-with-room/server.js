const express = require('express');

const app = express();
app.use(express.json({ limit: '20mb' }));

app.post('/reports', (req, res) => res.json({ length: JSON.stringify(req.body).length }));

app.listen(process.env.PORT || 3000);
