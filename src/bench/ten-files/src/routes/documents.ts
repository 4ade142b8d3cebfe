import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Router } from 'express';

export const documents = Router();

documents.post('/:name', async (request, response) => {
  await writeFile(path.join(__dirname, 'documents', request.params.name), request.body.text);
  response.sendStatus(204);
});
