import os from 'node:os';
import { Router } from 'express';
import multer from 'multer';

export const uploads = Router();

const keep = multer({ dest: 'uploads/' });
const scratch = multer({ dest: os.tmpdir() });

uploads.post('/photo', keep.single('photo'), (request, response) => {
  response.json({ stored: true });
});

uploads.post('/check', scratch.single('photo'), (request, response) => {
  response.json({ size: request.file?.size });
});
