const express = require('express');

const mongo = process.env.MONGO_URL;
const app = express();
app.get('/', (req, res) => res.send(mongo.length + process.env.REGION.length));
app.listen(3000);
