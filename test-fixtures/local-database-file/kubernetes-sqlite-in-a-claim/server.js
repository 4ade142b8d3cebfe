const Database = require('better-sqlite3');
const express = require('express');

const db = new Database('/app/data/guests.db');
const app = express();
app.get('/guests', (req, res) => res.json(db.prepare('SELECT * FROM guests').all()));
app.listen(3000);
