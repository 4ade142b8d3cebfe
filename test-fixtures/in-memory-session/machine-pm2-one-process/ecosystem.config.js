module.exports = {
  apps: [{
    name: 'shop',
    script: 'server.js',
    instances: 1,
    exec_mode: 'fork',
    env: { PORT: 3000 },
  }],
};
