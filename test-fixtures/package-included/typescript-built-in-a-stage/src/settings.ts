export const hours = '9 to 5';
