import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { verifiers } from './verifiers.js';

export function login(request: Request, response: Response) {
  const verifier = randomBytes(32).toString('base64url');
  verifiers.set(String(request.query.state), verifier);
  response.redirect('https://login.example.com');
}
