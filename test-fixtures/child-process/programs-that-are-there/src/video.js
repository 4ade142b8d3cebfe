const { execFileSync, execSync, spawn } = require('node:child_process');
const path = require('node:path');

exports.handler = async (event) => {
  execSync('ls -la /tmp');
  spawn('node', ['worker.js']);
  execFileSync('/opt/bin/ffmpeg', ['-version']);
  execFileSync(path.join(__dirname, 'bin/convert'), ['-version']);
  execFileSync(event.program);
  return { statusCode: 200 };
};
