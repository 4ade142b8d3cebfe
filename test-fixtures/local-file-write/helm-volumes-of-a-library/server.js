const express = require('express');
const multer = require('multer');

const upload = multer({ dest: '/app/uploads' });
const app = express();
app.post('/photos', upload.single('photo'), (req, res) => res.json({ file: req.file.filename }));
app.listen(3000);
