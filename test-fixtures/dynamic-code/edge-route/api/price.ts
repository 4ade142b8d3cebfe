import Handlebars from 'handlebars';

export const config = { runtime: 'edge' };

export default async function handler(request: Request) {
  const formula = await request.text();
  const price = eval(formula); // expect: dynamic-code
  const rounded = new Function('x', 'return Math.round(x)')(price); // expect: dynamic-code
  const page = Handlebars.compile('{{price}}'); // expect: dynamic-code
  return new Response(page({ price: rounded }));
}
