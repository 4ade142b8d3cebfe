export const handlers = {
  GET: async () => Response.json({}),
  POST: async () => Response.json({}),
};
