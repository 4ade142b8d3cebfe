const fs = require('fs');
const os = require('os');
const path = require('path');
const net = require('net');
const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');
const { SCRATCH } = require('./settings');

const s3 = new S3Client({});

exports.handler = async (event) => {
  fs.writeFileSync('/tmp/export.csv', event.rows);
  fs.writeFileSync(path.join(os.tmpdir(), event.id + '.csv'), event.rows);
  fs.writeFileSync(`${SCRATCH}/${event.id}.csv`, event.rows);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'export-'));
  fs.writeFileSync(path.join(folder, 'rows.csv'), event.rows);
  fs.writeFileSync(event.target, event.rows);
  const template = fs.readFileSync(path.join(__dirname, 'template.csv'), 'utf8');
  const handle = await fs.promises.open('template.csv', 'r');
  await handle.close();
  if (process.env.IS_OFFLINE) {
    fs.writeFileSync('export.csv', event.rows);
  }
  const socket = net.connect(9000, 'printer.example.com');
  socket.write(template);
  process.stdout.write(event.rows);
  await s3.send(new PutObjectCommand({ Bucket: 'exports', Key: event.id, Body: event.rows }));
  return { statusCode: 200 };
};
