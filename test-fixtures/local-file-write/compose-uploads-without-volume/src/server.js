const express = require('express');
const multer = require('multer');

const app = express();
const upload = multer({ dest: 'uploads/' }); // expect: local-file-write
app.post('/letters', upload.single('scan'), (req, res) => res.status(201).json({ id: req.file.filename }));
app.get('/letters/:id', (req, res) => res.sendFile(req.params.id, { root: 'uploads' }));
app.listen(3000);
