import { importOrder } from './imports';

export const handler = async (event: { Records: { body: string }[] }) => {
  await Promise.all(event.Records.map((record) => importOrder(JSON.parse(record.body))));
};
