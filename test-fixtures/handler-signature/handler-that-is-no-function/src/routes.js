// expect: handler-signature
exports.handler = { 'GET /orders': () => [] };
// expect: handler-signature
exports.version = 3;
// expect: handler-signature
exports.text = `orders ${exports.version}`;
