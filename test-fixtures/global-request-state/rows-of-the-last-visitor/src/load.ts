export async function load(account: string): Promise<unknown[]> {
  const answer = await fetch(`https://accounts.example.com/${account}`);
  return (await answer.json()) as unknown[];
}
