import type { NextFunction, Request, Response } from 'express';

export function errors(error: Error, request: Request, response: Response, next: NextFunction) {
  console.error(error);
  response.status(500).json({ error: 'internal' });
}
