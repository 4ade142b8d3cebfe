const express = require('express');
const multer = require('multer');

const upload = multer({ dest: '/app/uploads' }); // expect: local-file-write, volume-covers-write
const app = express();
app.post('/photos', upload.single('photo'), (req, res) => res.json({ file: req.file.filename }));
app.use('/photos', express.static('/app/uploads'));
app.listen(3000);
