import winston, { format, transports } from 'winston';
import DailyRotateFile from 'winston-daily-rotate-file';
import pino from 'pino';

// expect: log-file
const files = [new transports.File({ filename: 'logs/error.log', level: 'error' })];
// expect: log-file
files.push(new DailyRotateFile({ filename: 'logs/%DATE%.log' }) as never);
// expect: log-file
export const audit = pino(pino.destination('logs/audit.log'));
export const logger = winston.createLogger({ format: format.json(), transports: files });
