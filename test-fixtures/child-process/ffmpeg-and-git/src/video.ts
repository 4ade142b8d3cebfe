import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { execa } from 'execa';
import simpleGit from 'simple-git';

const run = promisify(execFile);
const FFMPEG = 'ffmpeg';

export const handler = async (event: { video: string }) => {
  // expect: child-process
  await run(FFMPEG, ['-i', event.video, '/tmp/out.png']);
  // expect: child-process
  await execa('wkhtmltopdf', ['in.html', '/tmp/out.pdf']);
  // expect: system-binary
  const git = simpleGit();
  return { statusCode: 200, body: await git.version() };
};
