import session from 'express-session';
import connectDynamo from 'connect-dynamodb';

const DynamoStore = connectDynamo(session);

export function sharedStore() {
  return new DynamoStore({ table: 'sessions' });
}
