const express = require('express');
const serverless = require('serverless-http');
const { openRealtime } = require('./realtime');

const app = express();
openRealtime(app);

exports.handler = serverless(app);
