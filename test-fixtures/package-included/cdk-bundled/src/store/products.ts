export const all = () => ['bread', 'salt'];
