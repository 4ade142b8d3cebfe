const { Pool } = require('pg');
const mysql = require('mysql2/promise');
const { PrismaClient } = require('@prisma/client');
const { MongoClient } = require('mongodb');
const mongoose = require('mongoose');
const Redis = require('ioredis');

const pool = new Pool({ max: 1 });
let cached = null;
let shop;
let redis;

async function connect() {
  if (cached) return cached;
  const client = await MongoClient.connect(process.env.MONGO_URL);
  cached = client.db('orders');
  return cached;
}

function users() {
  globalThis.prisma = globalThis.prisma || new PrismaClient();
  return globalThis.prisma;
}

exports.handler = async (event) => {
  shop ??= mysql.createPool(process.env.MYSQL_URL);
  if (!redis) {
    redis = new Redis(process.env.REDIS_URL);
  }
  await mongoose.connect(process.env.MONGO_URL);
  const db = await connect();
  const { rows } = await pool.query('select * from orders where id = $1', [event.id]);
  await shop.query('select 1');
  return { rows, seen: await redis.get(event.id), users: await users().user.findMany(), lines: await db.collection('lines').countDocuments() };
};
