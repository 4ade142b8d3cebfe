const cluster = require('node:cluster');
const express = require('express');

if (cluster.isPrimary) {
  for (let i = 0; i < Number(process.env.WEB_CONCURRENCY); i++) {
    cluster.fork();
  }
} else {
  express().get('/', (request, response) => response.send('ok')).listen(3000);
}
