import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

export async function load(id: string) {
  const found = await client.send(
    new GetItemCommand({ TableName: process.env.VISITS_TABLE, Key: { id: { S: id } } }),
  );
  return found.Item;
}

export async function save(id: string, value: unknown) {
  const Item = { id: { S: id }, value: { S: JSON.stringify(value) } };
  await client.send(new PutItemCommand({ TableName: process.env.VISITS_TABLE, Item }));
}
