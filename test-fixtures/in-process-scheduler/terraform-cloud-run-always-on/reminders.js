exports.sendReminders = async (day) => {
  await fetch(`https://mail.example.com/reminders?day=${day.toISOString()}`, { method: 'POST' });
};
