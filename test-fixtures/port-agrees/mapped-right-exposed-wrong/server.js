const express = require('express');

const PORT = process.env.PORT || 3000;
const app = express();

app.get('/orders', (req, res) => res.json([]));

// expect: port-agrees
app.listen(PORT, () => console.log(`orders listens on ${PORT}`));
