const answer = async () => Response.json({});
module.exports = { GET: answer };
