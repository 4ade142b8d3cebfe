export const create = async () => ({ statusCode: 201 });
export const cancelOrder = async () => ({ statusCode: 204 });
