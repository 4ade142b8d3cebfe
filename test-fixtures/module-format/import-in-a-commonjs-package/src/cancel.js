// expect: module-format
export const handler = async () => ({ statusCode: 204 });
