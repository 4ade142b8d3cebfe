import { Router } from 'express';
import { load, save } from '../lib/table';
import { requireUser } from '../lib/auth';

export const patients = Router();

patients.use(requireUser);
patients.get('/:id', async (request, response) => {
  response.json(await load(request.params.id));
});
patients.post('/', async (request, response) => {
  await save(request.body.id, request.body);
  response.status(201).json({ id: request.body.id });
});
