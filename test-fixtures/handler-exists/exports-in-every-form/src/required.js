module.exports = require('./assigned');
