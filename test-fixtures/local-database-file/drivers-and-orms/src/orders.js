const Database = require('better-sqlite3');
const sqlite3 = require('sqlite3').verbose();
const { DataSource } = require('typeorm');
const { Sequelize } = require('sequelize');
const path = require('path');

// expect: local-database-file
const shop = new Database(path.join(__dirname, '../data/shop.db'));
// expect: local-database-file
const clinic = new sqlite3.Database('./clinic.db');
// expect: local-database-file
const chat = new DataSource({ type: 'sqlite', database: 'chat.sqlite' });
// expect: local-database-file
const ward = new Sequelize({ dialect: 'sqlite', storage: 'ward.sqlite' });

exports.handler = async () => ({ statusCode: 200, body: JSON.stringify([shop, clinic, chat, ward].length) });
