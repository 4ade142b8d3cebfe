import { rates } from './rates';

const boot = crypto.randomUUID(); // expect: global-scope-io

export default {
  async fetch(request) {
    const id = crypto.randomUUID();
    return Response.json({ boot, id, rates: await rates() });
  },
};
