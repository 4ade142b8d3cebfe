const express = require('express');
const sharp = require('sharp');
const app = express();
app.get('/thumbnail', async (req, res) => res.send(await sharp('cover.jpg').resize(200).toBuffer()));
app.listen(3000);
