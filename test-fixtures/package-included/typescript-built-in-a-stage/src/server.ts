import express from 'express';
import { hours } from './settings.js';

const app = express();
app.get('/hours', (req, res) => res.json(hours));
app.listen(3000);
