import type { Request, Response } from 'express';
import { verifiers } from './verifiers.js';

export async function callback(request: Request, response: Response) {
  const verifier = verifiers.get(String(request.query.state));
  response.json({ verifier });
}
