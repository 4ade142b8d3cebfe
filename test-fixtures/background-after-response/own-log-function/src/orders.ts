export async function save(order: unknown) {
  await fetch('https://orders.example.com', { method: 'POST', body: JSON.stringify(order) });
}
