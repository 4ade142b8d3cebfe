module.exports = '9 to 5';
