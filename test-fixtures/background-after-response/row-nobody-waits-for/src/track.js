const { PrismaClient } = require('@prisma/client');

const prisma = new PrismaClient();

exports.handler = async (event) => {
  const parcel = JSON.parse(event.body);
  await prisma.parcel.create({ data: parcel });
  prisma.sighting.create({ data: { parcel: parcel.id } }); // expect: background-after-response
  return { statusCode: 201 };
};
