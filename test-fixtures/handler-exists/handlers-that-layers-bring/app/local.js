console.log('starts the packaged function on a laptop');
