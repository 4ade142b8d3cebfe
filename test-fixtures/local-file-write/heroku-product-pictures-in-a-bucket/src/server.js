const express = require('express');
const multer = require('multer');
const multerS3 = require('multer-s3');
const { S3Client } = require('@aws-sdk/client-s3');

const app = express();
const upload = multer({ storage: multerS3({ s3: new S3Client({}), bucket: 'pottery-pictures' }) });
app.post('/products/:id/picture', upload.single('picture'), (req, res) => res.status(201).json({ at: req.file.location }));
app.listen(process.env.PORT || 3000); // expect: keepalive-order
