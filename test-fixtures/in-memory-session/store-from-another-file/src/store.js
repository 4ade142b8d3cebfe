const session = require('express-session');
const DynamoDBStore = require('connect-dynamodb')(session);

exports.store = new DynamoDBStore({ table: 'sessions' });
