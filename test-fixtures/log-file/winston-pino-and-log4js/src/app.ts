import { logger } from './log/index.js';

export const handler = async () => {
  logger.info('called');
  return { statusCode: 200 };
};
