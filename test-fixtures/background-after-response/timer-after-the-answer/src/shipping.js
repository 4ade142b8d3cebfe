exports.ship = async (order) => {
  await fetch('https://ship.example.com', { method: 'POST', body: JSON.stringify(order) });
};
