exports.PAUSE = 45_000;
// expect: long-running
exports.sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
