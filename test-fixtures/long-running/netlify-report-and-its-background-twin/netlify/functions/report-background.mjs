export default async () => {
  await new Promise((done) => setTimeout(done, 120_000));
};
