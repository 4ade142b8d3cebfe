const { exec, execFile, spawnSync } = require('child_process');

exports.handler = async (event) => {
  const scan = JSON.parse(event.body);
  await new Promise((resolve) => exec('ls -l /tmp', resolve));
  await new Promise((resolve) => exec('cd /tmp && TZ=UTC date', resolve));
  spawnSync('/opt/bin/tesseract', [scan.image, 'stdout']);
  // expect: child-process
  await new Promise((resolve) => exec(`tesseract ${scan.image} stdout`, resolve));
  // expect: child-process
  await new Promise((resolve) => execFile('pdftoppm', ['-png', scan.document], resolve));
  await new Promise((resolve) => exec(scan.command, resolve));
  return { statusCode: 201 };
};
