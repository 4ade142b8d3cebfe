const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

exports.handler = async (event) => {
  await sleep(500);
  await sleep(event.pause);
  const timer = setTimeout(() => console.log('slow'), 120000);
  clearTimeout(timer);
  return { statusCode: 200 };
};
