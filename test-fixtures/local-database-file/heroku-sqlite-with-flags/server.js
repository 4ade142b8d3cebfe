const path = require('node:path');
const express = require('express');
const sqlite3 = require('sqlite3');

const file = path.join(__dirname, 'db', 'guests.sqlite');
const db = new sqlite3.Database(file, sqlite3.OPEN_CREATE | sqlite3.OPEN_READWRITE); // expect: local-database-file
const streets = new sqlite3.Database(path.join(__dirname, 'streets.sqlite'), sqlite3.OPEN_READONLY | sqlite3.OPEN_FULLMUTEX);

const app = express();
app.get('/guests', (req, res) => db.all('select * from guests', (error, rows) => res.json(rows)));
app.get('/streets', (req, res) => streets.all('select * from streets', (error, rows) => res.json(rows)));
app.listen(process.env.PORT); // expect: keepalive-order
