exports.MEGABYTE = 1024 * 1024;
