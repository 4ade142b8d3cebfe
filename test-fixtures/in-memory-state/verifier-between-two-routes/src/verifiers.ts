// expect: in-memory-state
export const verifiers = new Map<string, string>();
