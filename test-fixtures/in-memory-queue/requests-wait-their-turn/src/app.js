const express = require('express');
const { default: PQueue } = require('p-queue');

const app = express();
const turns = new PQueue({ concurrency: 2 });

app.post('/invoices', async (request, response) => {
  response.json(await turns.add(() => render(request.body)));
});

app.post('/batches', async (request, response) => {
  const batch = new PQueue({ concurrency: 4 });
  for (const invoice of request.body) {
    batch.add(() => render(invoice));
  }
  await batch.onIdle();
  response.sendStatus(204);
});

async function render(invoice) {
  const answer = await fetch('https://render.example.com', { method: 'POST', body: JSON.stringify(invoice) });
  return answer.json();
}

app.listen(3000);
