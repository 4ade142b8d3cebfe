export default { fetch: async (request: Request) => new Response('[]') };
