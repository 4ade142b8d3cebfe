const express = require('express');
const multer = require('multer');
const serverless = require('serverless-http');

const app = express();
app.use(express.json({ limit: '1mb' }));
app.use(express.raw());
app.use(express.text({ limit: process.env.TEXT_LIMIT }));
const scans = multer({ storage: multer.memoryStorage(), limits: { fileSize: 4 * 1024 * 1024 } });
app.post('/scans', scans.single('scan'), (request, response) => response.sendStatus(201));
module.exports.handler = serverless(app);
