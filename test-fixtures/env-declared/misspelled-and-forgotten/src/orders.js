const table = process.env.ORDER_TABLE; // expect: env-declared

exports.create = async (event) => {
  const charged = await fetch('https://payments.example.com', {
    headers: { authorization: process.env.PAYMENT_API_KEY },
  });
  await fetch(process.env.WEBHOOK_URL, { method: 'POST', body: event.body }); // expect: env-declared
  return { statusCode: charged.status, body: table };
};
