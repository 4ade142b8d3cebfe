const express = require('express');
const fs = require('fs');

const app = express();
app.use(express.raw({ type: 'image/*' }));

app.post('/scans/:patient', (req, res) => {
  // expect: local-file-write
  fs.writeFileSync(`/data/scans/${req.params.patient}.png`, req.body);
  res.sendStatus(201);
});

app.listen(process.env.PORT || 8080);
