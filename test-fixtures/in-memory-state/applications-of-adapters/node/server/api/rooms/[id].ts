const rooms = new Map();

export default defineEventHandler(async (event) => {
  const id = getRouterParam(event, 'id');
  if (event.method === 'POST') {
    rooms.set(id, await readBody(event));
    return null;
  }
  return rooms.get(id);
});
