import { writeFileSync as save } from 'fs';
import * as fs from 'node:fs';
import { promises } from 'fs';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import extra from 'fs-extra';
import { files } from './files.js';

const __dirname = path.dirname(fileURLToPath(import.meta.url));

export const handler = async (event: { id: string; rows: string }) => {
  // expect: local-file-write
  save('export.csv', event.rows);
  // expect: local-file-write
  fs.mkdirSync(path.join(__dirname, 'exports'), { recursive: true });
  // expect: local-file-write
  await promises.appendFile(`${__dirname}/exports/${event.id}.csv`, event.rows);
  // expect: local-file-write
  await fsp.writeFile(path.resolve('data', `${event.id}.csv`), event.rows);
  // expect: local-file-write
  await extra.outputJson('./exports/index.json', [event.id]);
  // expect: local-file-write
  files.writeFile('exports/last.csv', event.rows, () => {});
  const lazily = await import('node:fs');
  // expect: local-file-write
  const out = lazily.createWriteStream('exports/log.csv', { flags: 'a' });
  out.end(event.rows);
  return { statusCode: 200 };
};
