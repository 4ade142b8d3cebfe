exports.remindAll = async () => fetch('https://mail.example.org/send', { method: 'POST' });
