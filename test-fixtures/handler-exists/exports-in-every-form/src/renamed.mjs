const createOrder = async () => ({ statusCode: 201 });
export { createOrder as create };
