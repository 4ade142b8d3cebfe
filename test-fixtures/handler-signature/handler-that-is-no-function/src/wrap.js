exports.wrap = (inner) => (event) => inner(event);
