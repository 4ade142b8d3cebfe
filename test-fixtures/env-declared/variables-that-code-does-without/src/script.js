// Run by hand, and reached by no function.
console.log(process.env.ADMIN_TOKEN);
