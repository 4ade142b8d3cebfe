const { schedule } = require('@netlify/functions');

const run = async () => {
  await new Promise((done) => setTimeout(done, 45_000));
  return { statusCode: 200 };
};

exports.handler = schedule('@weekly', run);
