const start = async () => async () => ({ statusCode: 200 });
export const handler = await start();
