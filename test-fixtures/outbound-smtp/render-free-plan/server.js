const express = require('express');
const nodemailer = require('nodemailer');

const mails = nodemailer.createTransport({ host: 'smtp.example.org', port: 587 }); // expect: outbound-smtp
const app = express();
app.post('/bookings', async (req, res) => {
  await mails.sendMail({ to: 'desk@example.org', subject: 'A booking', text: 'One more.' });
  res.sendStatus(201);
});
app.listen(process.env.PORT);
