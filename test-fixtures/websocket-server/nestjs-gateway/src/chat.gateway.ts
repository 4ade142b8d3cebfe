import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

// expect: websocket-server
@WebSocketGateway({ namespace: 'chat' })
export class ChatGateway {
  @SubscribeMessage('message')
  onMessage(text: string) {
    return text;
  }
}
