const carts = new Map(); // expect: in-memory-state

export default defineEventHandler(async (event) => {
  const id = getRouterParam(event, 'id');
  if (event.method === 'POST') {
    carts.set(id, await readBody(event));
    return null;
  }
  return carts.get(id);
});
