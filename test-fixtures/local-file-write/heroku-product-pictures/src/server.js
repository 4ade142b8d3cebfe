const express = require('express');
const multer = require('multer');

const app = express();
const upload = multer({ dest: 'uploads/' }); // expect: local-file-write
app.post('/products/:id/picture', upload.single('picture'), (req, res) => res.status(201).json({ name: req.file.filename }));
app.use('/pictures', express.static('uploads'));
app.listen(process.env.PORT || 3000); // expect: keepalive-order
