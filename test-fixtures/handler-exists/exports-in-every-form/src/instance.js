class Orders {
  create = async () => ({ statusCode: 201 });
}
module.exports = new Orders();
