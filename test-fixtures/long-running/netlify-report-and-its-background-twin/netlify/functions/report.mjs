export default async () => {
  await new Promise((done) => setTimeout(done, 120_000)); // expect: long-running
  return new Response('ready');
};
