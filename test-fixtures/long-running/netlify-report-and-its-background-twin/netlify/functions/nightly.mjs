export default async () => {
  await new Promise((done) => setTimeout(done, 20_000));
};
export const config = { schedule: '@daily' };
