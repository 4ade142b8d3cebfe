const fs = require('node:fs');

exports.handler = async (event) => {
  fs.writeFileSync('/mnt/uploads/' + event.requestContext.requestId, event.body); // expect: local-file-write
  return { statusCode: 204 };
};
