const express = require('express');
const { default: PQueue } = require('p-queue');
const fastq = require('fastq');

const app = express();
const jobs = new PQueue({ concurrency: 2 });
const mails = fastq.promise(async (mail) => mail.send(), 1);

app.post('/invoices', (request, response) => {
  jobs.add(() => render(request.body)); // expect: in-memory-queue
  mails.push({ send: () => render(request.body) }); // expect: in-memory-queue
  response.sendStatus(202);
});

async function render(invoice) {
  await fetch('https://render.example.com', { method: 'POST', body: JSON.stringify(invoice) });
}

app.listen(3000);
