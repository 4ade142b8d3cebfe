import type { WebSocketServer } from 'ws';
import Pusher from 'pusher';

const pusher = new Pusher({ appId: '1', key: 'key', secret: process.env.PUSHER_SECRET!, cluster: 'eu' });

export interface LocalFeed {
  server: WebSocketServer;
}

export const handler = async (event: { body: string }) => {
  await pusher.trigger('orders', 'created', JSON.parse(event.body));
  return { statusCode: 202 };
};
