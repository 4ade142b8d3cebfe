import { execFile } from 'node:child_process';
import express from 'express';

const app = express();
app.post('/sermons/:id/mp3', (req, res) => {
  execFile('ffmpeg', ['-i', `/tmp/${req.params.id}.wav`, `/tmp/${req.params.id}.mp3`], (error) => {
    res.sendStatus(error ? 500 : 204);
  });
});
app.listen(8080);
