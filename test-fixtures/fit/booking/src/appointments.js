import { Router } from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export const appointments = Router();

appointments.get('/:id', async (req, res) => {
  const found = await pool.query('select * from appointments where id = $1', [req.params.id]);
  res.json(found.rows[0]);
});
