const express = require('express');
const multer = require('multer');
const serverless = require('serverless-http');
const { MEGABYTE } = require('./sizes');

const app = express();
// expect: large-request
app.use(express.json({ limit: '50mb' }));
app.use(express.urlencoded({ extended: true }));
// expect: large-request
const scans = multer({ storage: multer.memoryStorage(), limits: { fileSize: 20 * MEGABYTE } });
app.post('/scans', scans.single('scan'), (request, response) => response.sendStatus(201));
module.exports.handler = serverless(app);
