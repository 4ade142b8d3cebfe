import winston from 'winston';
import pino from 'pino';

const logger = winston.createLogger({ transports: [new winston.transports.Console()] });
if (process.env.NODE_ENV !== 'production') {
  logger.add(new winston.transports.File({ filename: 'logs/debug.log' }));
}
const fast = pino(pino.destination(1));
const scratch = pino(pino.destination('/tmp/app.log'));

export const handler = async () => {
  logger.info('called');
  fast.info('called');
  scratch.info('called');
  return { statusCode: 200 };
};
