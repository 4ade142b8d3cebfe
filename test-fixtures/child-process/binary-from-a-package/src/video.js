const ffmpeg = require('fluent-ffmpeg');
const ffmpegPath = require('ffmpeg-static');
const chromium = require('@sparticuz/chromium');
const puppeteer = require('puppeteer-core');
const { spawn } = require('child_process');

ffmpeg.setFfmpegPath(ffmpegPath);

exports.handler = async (event) => {
  const browser = await puppeteer.launch({ executablePath: await chromium.executablePath() });
  await browser.close();
  ffmpeg(event.video).save('/tmp/out.mp4');
  spawn(ffmpegPath, ['-version']);
  return { statusCode: 200 };
};
