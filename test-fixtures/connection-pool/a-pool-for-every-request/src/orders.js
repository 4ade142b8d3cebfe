const { Pool } = require('pg');
const mysql = require('mysql2/promise');
const { PrismaClient } = require('@prisma/client');
const { MongoClient } = require('mongodb');

async function connect() {
  // expect: connection-pool
  const client = await MongoClient.connect(process.env.MONGO_URL);
  return client.db('orders');
}

exports.handler = async (event) => {
  const pool = new Pool(); // expect: connection-pool
  const shop = mysql.createPool(process.env.MYSQL_URL); // expect: connection-pool
  const prisma = new PrismaClient(); // expect: connection-pool
  const db = await connect();
  const { rows } = await pool.query('select * from orders where id = $1', [event.id]);
  await shop.query('select 1');
  return { rows, users: await prisma.user.findMany(), lines: await db.collection('lines').countDocuments() };
};
