export default {
  async fetch(request) {
    return Response.json({ url: request.url });
  },
};
