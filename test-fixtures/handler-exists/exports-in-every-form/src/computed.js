const { all } = require('./assigned');
for (const name of Object.keys(require('./assigned'))) {
  module.exports[name] = all;
}
