const createApp = require('./app');

const port = process.env.PORT || 3000;
// expect: listen-socket
createApp().listen(port, () => console.log(`orders on ${port}`));
