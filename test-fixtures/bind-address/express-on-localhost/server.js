const express = require('express');

const app = express();
app.get('/orders', (req, res) => res.json([]));
// expect: bind-address
app.listen(3000, 'localhost', () => console.log('on 3000'));
