module.exports = {
  apps: [{ name: 'lobby', script: './src/lobby.js', instances: 4, exec_mode: 'cluster' }],
};
