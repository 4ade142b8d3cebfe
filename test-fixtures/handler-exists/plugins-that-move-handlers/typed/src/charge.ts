export const main = async () => ({ statusCode: 201 });
