import express from 'express';
import { appointments } from './appointments.js';

const app = express();
app.use(express.json());
app.use('/appointments', appointments);

app.listen(process.env.PORT || 3000);
