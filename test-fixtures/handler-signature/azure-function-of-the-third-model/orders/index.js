exports.listOrders = async function (context, req) {
  context.res = { body: [] };
};
