import { load } from './lib/table';

export const handler = async () => {
  const due = await load('due');
  console.log('reminders due', due);
};
