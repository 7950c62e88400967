export const initial = { count: 0, step: 1 };
