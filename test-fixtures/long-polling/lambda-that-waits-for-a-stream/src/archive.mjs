import { once } from 'node:events';
import { createGzip } from 'node:zlib';

export async function handler(event) {
  const zip = createGzip();
  zip.end(JSON.stringify(event));
  await once(zip, 'end');
  return { bytes: zip.bytesWritten };
}
