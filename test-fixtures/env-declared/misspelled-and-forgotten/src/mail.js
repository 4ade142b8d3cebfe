const { MAIL_FROM } = process.env; // expect: env-declared

exports.send = async () => ({ from: MAIL_FROM, table: process.env.ORDERS_TABLE });
