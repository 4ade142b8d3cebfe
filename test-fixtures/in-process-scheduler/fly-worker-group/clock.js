import { Cron } from 'croner';

new Cron('0 * * * *', () => fetch('https://tides.example.org/pull'));
