import express from 'express';
import serverless from 'serverless-http';
import { visits } from './routes/visits';
import { patients } from './routes/patients';
import { documents } from './routes/documents';
import { errors } from './lib/errors';

const app = express();
app.use(express.json());
app.use('/visits', visits);
app.use('/patients', patients);
app.use('/documents', documents);
app.use(errors);

export const handler = serverless(app);
