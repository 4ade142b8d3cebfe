const boot = crypto.randomUUID();
const first = fetch('https://rates.example/today');

export default async function handler(req, res) {
  res.json({ boot });
}
