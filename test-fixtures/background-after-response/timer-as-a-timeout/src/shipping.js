exports.ship = async (order, signal) => {
  await fetch('https://ship.example.com', { method: 'POST', body: JSON.stringify(order), signal });
};
