const { Pool } = require('pg');

exports.handler = async (event) => {
  const pool = new Pool();
  try {
    return (await pool.query('select * from orders where id = $1', [event.id])).rows;
  } finally {
    await pool.end();
  }
};
