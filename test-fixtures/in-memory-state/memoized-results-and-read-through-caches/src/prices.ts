const cache = new Map<string, { price: number; at: number }>();
const slugs: Record<string, string> = {};

export async function priceOf(item: string) {
  const hit = cache.get(item);
  if (hit && Date.now() - hit.at < 60_000) {
    return hit.price;
  }
  const answer = await fetch(`https://prices.example.com/${item}`);
  const price = Number(await answer.text());
  cache.set(item, { price, at: Date.now() });
  return price;
}

export function slugOf(name: string) {
  return (slugs[name] ??= name.toLowerCase().replaceAll(' ', '-'));
}
