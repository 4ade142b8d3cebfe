const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const scratch = path.join(os.tmpdir(), 'scratch');

exports.handler = async (event) => {
  fs.mkdirSync(scratch, { recursive: true });
  fs.writeFileSync(path.join(scratch, event.requestContext.requestId), event.body);
  fs.writeFileSync(`/tmp/${event.requestContext.requestId}`, event.body);
  return { statusCode: 204 };
};
