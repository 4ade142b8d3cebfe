require('./reminders').start(console.log);
