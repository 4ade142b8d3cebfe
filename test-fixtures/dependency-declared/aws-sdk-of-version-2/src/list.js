const AWS = require('aws-sdk'); // expect: dependency-declared

const s3 = new AWS.S3();
exports.handler = async () => s3.listBuckets().promise();
