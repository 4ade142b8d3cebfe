import type { NextFunction, Request, Response } from 'express';

export function requireUser(request: Request, response: Response, next: NextFunction) {
  if (!request.headers.authorization) {
    response.sendStatus(401);
    return;
  }
  next();
}
