import { Router } from 'express';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { notifyWarehouse } from './warehouse';

export const orders = Router();

// Opened when first needed and kept: what Lambda's own guide advises.
let client: DynamoDBClient | undefined;
function table() {
  if (!client) {
    client = new DynamoDBClient({});
  }
  return client;
}

orders.post('/', async (request, response) => {
  const item = { id: { S: String(request.body.id) } };
  await table().send(new PutItemCommand({ TableName: process.env.ORDERS_TABLE, Item: item }));
  notifyWarehouse(request.body);
  response.status(202).json({ accepted: true });
});

orders.post('/urgent', async (request, response) => {
  await notifyWarehouse(request.body);
  response.status(200).json({ accepted: true });
});
