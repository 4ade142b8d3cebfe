const fs = require('node:fs/promises');

exports.handler = async (event) => {
  await fs.writeFile(`${process.env.EXPORTS}/${event.id}.csv`, event.rows);
  // expect: local-file-write
  await fs.writeFile(`/srv/exports/${event.id}.csv`, event.rows);
  return { statusCode: 200 };
};
