const express = require('express');

const app = express();
const router = express.Router();
router.get('/orders', (req, res) => res.json([]));
app.use('/shop', router);
app.listen(3000);
