module.exports = async function sendReports() {
  await fetch('https://reports.example.com', { method: 'POST' });
};
