const cluster = require('node:cluster');
const os = require('node:os');
const express = require('express');

if (cluster.isPrimary) {
  for (let i = 0; i < os.cpus().length; i++) {
    cluster.fork();
  }
} else {
  express().get('/', (request, response) => response.send('ok')).listen(3000);
}
