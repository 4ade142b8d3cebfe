import Handlebars from 'handlebars';

export default async function handler(request: Request) {
  const rounded = new Function('x', 'return Math.round(x)')(1.5);
  return new Response(Handlebars.compile('{{price}}')({ price: rounded }));
}
