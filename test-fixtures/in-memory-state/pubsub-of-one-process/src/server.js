const { PubSub } = require('graphql-subscriptions');

// expect: in-memory-state
const pubsub = new PubSub();
exports.handler = async (event) => {
  await pubsub.publish('ORDER_PAID', JSON.parse(event.body));
  return { statusCode: 202 };
};
