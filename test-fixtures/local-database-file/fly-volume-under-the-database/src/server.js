const Database = require('better-sqlite3');
const fastify = require('fastify');

const db = new Database('/data/notes.db');
const app = fastify();
app.get('/notes', () => db.prepare('select * from notes').all());
app.listen({ port: 8080, host: '0.0.0.0' });
