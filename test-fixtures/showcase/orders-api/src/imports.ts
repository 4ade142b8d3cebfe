export async function importOrder(order: { id: string }) {
  await fetch(`https://erp.example.com/orders/${order.id}`, { method: 'PUT', body: JSON.stringify(order) });
}
