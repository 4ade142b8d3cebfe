let currentUser = null;

exports.setUser = (name) => {
  // expect: global-request-state
  currentUser = name;
};
exports.orders = async () => {
  const answer = await fetch(`https://orders.example.com/?user=${currentUser}`);
  return answer.json();
};
