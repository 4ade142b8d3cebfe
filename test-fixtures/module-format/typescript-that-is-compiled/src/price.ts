export const price = (order: string): string => String(order.length);
