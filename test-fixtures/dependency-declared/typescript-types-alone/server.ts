import express from 'express';
import { ParamsDictionary } from 'express-serve-static-core';

const app = express();
app.get('/', (req: { params: ParamsDictionary }, res) => res.send('ok'));
app.listen(3000);
