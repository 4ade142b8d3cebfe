const ffmpeg = require('fluent-ffmpeg');
const puppeteer = require('puppeteer');

exports.handler = async (event) => {
  // expect: system-binary
  ffmpeg(event.video).save('/tmp/out.mp4');
  // expect: system-binary
  const browser = await puppeteer.launch();
  await browser.close();
  const remote = await puppeteer.connect({ browserWSEndpoint: process.env.BROWSER_URL });
  await remote.disconnect();
  return { statusCode: 200 };
};
