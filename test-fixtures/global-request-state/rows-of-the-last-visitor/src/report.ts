import { load } from './load.js';

const rows: unknown[] = [];

export const handler = async (event: { account: string }) => {
  for (const row of await load(event.account)) {
    // expect: global-request-state
    rows.push(row);
  }
  return { statusCode: 200, body: JSON.stringify(rows) };
};
