const first = fetch('https://rates.example/today'); // expect: global-scope-io

export async function rates() {
  return (await fetch('https://rates.example/today')).json();
}
