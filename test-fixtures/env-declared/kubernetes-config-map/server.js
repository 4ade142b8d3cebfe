const express = require('express');

const mongo = process.env.MONGO_URL;
if (!process.env.DEBUG_SQL) console.log('quiet');
const app = express();
app.get('/', (req, res) => res.send(mongo.length + process.env.API_KEY.length + process.env.REDIS_SERVICE_HOST));
app.listen(3000);
