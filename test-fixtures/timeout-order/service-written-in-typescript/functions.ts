export const exportOrders = {
  handler: 'src/export.handler',
  timeout: 120, // expect: timeout-order
  events: [{ http: { method: 'get', path: 'orders/export' } }],
};
