module.exports = { hours: '9 to 5' };
