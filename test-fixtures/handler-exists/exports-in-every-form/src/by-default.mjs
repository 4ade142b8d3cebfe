export default async function create() {
  return { statusCode: 201 };
}
