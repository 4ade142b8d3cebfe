const functions = require('@google-cloud/functions-framework');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

functions.http('thumb', (req, res) => {
  fs.writeFileSync(path.join(os.tmpdir(), 'in.png'), req.rawBody);
  fs.writeFileSync('./last.png', req.rawBody); // expect: local-file-write
  res.send('kept');
});
