export async function call<T>(address: string): Promise<T> {
  return (await fetch(address)).json<T>();
}
