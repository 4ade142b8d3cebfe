const { createClient } = require('redis');
const { WebSocketServer } = require('ws');

const wss = new WebSocketServer({ port: 3000 });
const people = new Map();

const publisher = createClient({ url: 'redis://redis:6379' });
const subscriber = createClient({ url: 'redis://redis:6379' });
publisher.connect();
subscriber.connect().then(() => subscriber.subscribe('chat', (text) => tell(text)));

wss.on('connection', (ws) => {
  ws.on('message', (text) => {
    const said = JSON.parse(text);
    people.set(ws, said.name);
    publisher.publish('chat', said.text);
  });
});

function tell(text) {
  for (const [ws, name] of people) {
    ws.send(`${name}: ${text}`);
  }
}
