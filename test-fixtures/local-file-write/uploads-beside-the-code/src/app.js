const fs = require('node:fs');
const path = require('node:path');

exports.handler = async (event) => {
  const file = path.join(__dirname, 'uploads', event.requestContext.requestId);
  fs.writeFileSync(file, event.body); // expect: local-file-write
  return { statusCode: 204 };
};
