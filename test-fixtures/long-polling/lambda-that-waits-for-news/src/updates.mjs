import { EventEmitter, once } from 'node:events';

const news = new EventEmitter();

export async function handler(event) {
  if (event.requestContext.http.method === 'POST') {
    news.emit('message', event.body);
    return { statusCode: 204 };
  }
  const [message] = await once(news, 'message'); // expect: long-polling
  return { statusCode: 200, body: message };
}
