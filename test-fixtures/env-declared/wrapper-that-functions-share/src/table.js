const { DynamoDBDocument } = require('@aws-sdk/lib-dynamodb');
const { DynamoDB } = require('@aws-sdk/client-dynamodb');

const client = DynamoDBDocument.from(new DynamoDB({}));

module.exports.put = (TableName, Item) => client.put({ TableName, Item });
module.exports.list = async (TableName) => (await client.scan({ TableName })).Items;
