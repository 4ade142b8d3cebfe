const region = process.env.AWS_REGION;
const currency = process.env.CURRENCY || 'EUR';
const { WAREHOUSE = 'main', ORDERS_TABLE } = process.env;

if (process.env.NODE_ENV !== 'production') {
  console.log('on a laptop', process.env.LAPTOP_NAME);
}

exports.create = async () => {
  if (process.env.FEATURE_GIFTS) {
    return { statusCode: 201, body: 'wrapped' };
  }
  const price = process.env.PRICE_LIST ?? 'standard';
  const hook = process.env.WEBHOOK_URL;
  if (hook) {
    await fetch(hook);
  }
  return { statusCode: 201, body: [region, currency, WAREHOUSE, ORDERS_TABLE, price].join() };
};
