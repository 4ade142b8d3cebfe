const express = require('express');
const fs = require('node:fs/promises');

const app = express();
app.post('/reports', async (req, res) => {
  await fs.writeFile('/tmp/report.csv', 'a,b');
  await fs.writeFile('/app/last-report.txt', new Date().toISOString()); // expect: local-file-write
  res.sendStatus(201);
});
app.listen(3000);
