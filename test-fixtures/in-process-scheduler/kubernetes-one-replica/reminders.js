exports.sendReminders = async () => {
  await fetch('http://mail/reminders', { method: 'POST' });
};
