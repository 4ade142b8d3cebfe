exports.orders = { create: async () => ({ statusCode: 201 }) };

exports.Orders = class {
  static async create() {
    return { statusCode: 201 };
  }
};
