export async function notifyWarehouse(order: unknown) {
  await fetch('https://warehouse.example.com/orders', {
    method: 'POST',
    body: JSON.stringify(order),
  });
}
