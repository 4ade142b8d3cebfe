export async function refresh(): Promise<string> {
  return (await fetch('https://rates.example/today')).text();
}
