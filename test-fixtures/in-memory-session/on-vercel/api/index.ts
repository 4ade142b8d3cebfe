import express = require('express');
import session = require('express-session');

const app = express();
// expect: in-memory-session
app.use(session({ secret: process.env.SESSION_SECRET! }));
export default app;
