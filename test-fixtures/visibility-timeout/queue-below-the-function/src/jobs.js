exports.work = async (event) => event.Records.length;
