const express = require('express');
const serverless = require('serverless-http');
const { SSMClient, GetParameterCommand } = require('@aws-sdk/client-ssm');
const mongoose = require('mongoose');
const { Pool } = require('pg');
const Redis = require('ioredis');

const ssm = new SSMClient({});
const COUNTRIES = { de: 'Germany', fr: 'France' };
const TAX = new Map([['de', 19], ['fr', 20]]);
const PLANS = [];
for (const name of ['basic', 'clinic', 'hospital']) {
  PLANS.push({ name });
}

let parameters;
async function loadParameters() {
  if (parameters) return parameters;
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/clinic/config' }));
  parameters = JSON.parse(Parameter.Value);
  return parameters;
}

let connection = null;
async function database() {
  if (connection == null) {
    connection = await mongoose.connect((await loadParameters()).mongo);
  }
  return connection;
}

const clients = { redis: null };
const redis = () => (clients.redis ??= new Redis(process.env.REDIS_URL));

const pools = {};
function poolFor(tenant) {
  if (!pools[tenant]) {
    pools[tenant] = new Pool({ database: tenant });
  }
  return pools[tenant];
}

const app = express();
app.get('/countries/:code', (request, response) => {
  response.json({ name: COUNTRIES[request.params.code], tax: TAX.get(request.params.code), plans: PLANS });
});
app.get('/patients/:tenant', async (request, response) => {
  await database();
  const { rows } = await poolFor(request.params.tenant).query('select * from patients');
  await redis().set('last', request.params.tenant);
  response.json(rows);
});
app.post('/patients/:tenant', async (request, response) => {
  await poolFor(request.params.tenant).query('insert into patients values ($1)', [request.body.name]);
  response.sendStatus(201);
});
module.exports.handler = serverless(app);
