module.exports = {
  apps: [{ name: 'lobby', script: './src/lobby.js', instances: 1 }],
};
