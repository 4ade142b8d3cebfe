const axios = require('axios');
const { PAUSE, sleep } = require('./pause');

exports.handler = async (event) => {
  // expect: long-running
  await new Promise((resolve) => setTimeout(resolve, 60 * 1000));
  await sleep(PAUSE);
  return { statusCode: 200 };
};
