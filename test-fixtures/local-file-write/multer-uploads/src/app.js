const express = require('express');
const multer = require('multer');
const serverless = require('serverless-http');

// expect: local-file-write
const scans = multer({ dest: 'uploads/' });
const storage = multer.diskStorage({
  destination: (request, file, done) => done(null, '/tmp/uploads'),
  filename: (request, file, done) => done(null, file.originalname),
});
const scratch = multer({ storage });
const memory = multer({ storage: multer.memoryStorage() });

const app = express();
app.post('/scans', scans.single('scan'), (request, response) => response.sendStatus(201));
app.post('/photos', scratch.single('photo'), (request, response) => response.sendStatus(201));
app.post('/avatars', memory.single('avatar'), (request, response) => response.sendStatus(201));
module.exports.handler = serverless(app);
