exports.accept = (request, socket) => socket.destroy();
