module.exports = { SCRATCH: process.env.SCRATCH || '/tmp/scratch' };
