exports.draw = async () => Buffer.from('');
