const hours = require('../data/hours'); // expect: package-included

module.exports = (req, res) => res.json(hours);
