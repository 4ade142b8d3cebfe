const nodemailer = require('nodemailer');

// expect: outbound-smtp
const relay = nodemailer.createTransport({ host: 'mail.example.com', port: 25 });
const submission = nodemailer.createTransport({ host: 'mail.example.com', port: 587 });
const elsewhere = nodemailer.createTransport({ host: 'mail.example.com', port: process.env.SMTP_PORT });
const defaults = nodemailer.createTransport({ host: 'mail.example.com' });
const gmail = nodemailer.createTransport({ service: 'gmail', auth: { user: process.env.MAIL_USER } });

exports.handler = async (event) => {
  for (const transport of [relay, submission, elsewhere, defaults, gmail]) {
    await transport.sendMail({ to: event.to, subject: 'Your order' });
  }
  return { statusCode: 202 };
};
