export const options = { secret: process.env.SESSION_SECRET!, name: 'shop' };
