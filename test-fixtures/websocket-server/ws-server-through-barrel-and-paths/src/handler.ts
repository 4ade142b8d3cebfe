import serverless from 'serverless-http';
import { app } from '@clinic/app';
import { openWaitingRoom } from '@clinic/realtime';

openWaitingRoom(8090);
export const main = serverless(app);
