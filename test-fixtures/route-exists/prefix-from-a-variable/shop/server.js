const express = require('express');

const app = express();
app.get(process.env.BASE_PATH + '/orders', (req, res) => res.json([]));
app.listen(3000);
