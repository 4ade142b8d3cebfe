exports.PAUSE = 45_000;
exports.sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
