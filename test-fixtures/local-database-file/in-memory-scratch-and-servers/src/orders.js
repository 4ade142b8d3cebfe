const Database = require('better-sqlite3');
const sqlite3 = require('sqlite3');
const { DataSource } = require('typeorm');
const { Sequelize } = require('sequelize');
const { createClient } = require('@libsql/client');

const memory = new Database(':memory:');
const scratch = new sqlite3.Database('/tmp/orders.db');
const countries = new Database('data/countries.db', { readonly: true });
const postgres = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
const mysql = new Sequelize({ dialect: 'mysql', host: 'db.example.com' });
const turso = createClient({ url: 'libsql://shop.turso.io', authToken: process.env.TURSO_TOKEN });
const chosen = new Database(process.env.DATABASE_FILE || ':memory:');

exports.handler = async () => ({ statusCode: 200, body: String([memory, scratch, countries, postgres, mysql, turso, chosen].length) });
