import express from 'express';

export const app = express();
app.get('/appointments', (_request, response) => {
  response.json([]);
});
