import { Injectable } from '@nestjs/common';

@Injectable()
export class OrdersService {
  // expect: in-memory-state
  private readonly orders = new Map<string, { id: string }>();

  create(order: { id: string }) {
    this.orders.set(order.id, order);
  }

  find(id: string) {
    return this.orders.get(id);
  }
}
