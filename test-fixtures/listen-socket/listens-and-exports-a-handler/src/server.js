const serverless = require('serverless-http');
const app = require('./app');

if (!process.env.LAMBDA_TASK_ROOT) {
  app.listen(3000);
}
if (process.env.NODE_ENV === 'development') app.listen(3001);
exports.handler = serverless(app);
