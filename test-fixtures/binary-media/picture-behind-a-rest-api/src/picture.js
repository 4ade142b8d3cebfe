const { draw } = require('./draw');

exports.handler = async () => { // expect: binary-media
  const image = await draw();
  return { statusCode: 200, headers: { 'content-type': 'image/png' }, body: image.toString('base64'), isBase64Encoded: true };
};
