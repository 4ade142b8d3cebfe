// expect: in-memory-state
const baskets = {};

exports.put = (id, basket) => {
  baskets[id] = basket;
};
exports.get = (id) => baskets[id];
