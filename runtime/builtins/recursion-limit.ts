// sys.getrecursionlimit(): how deep calls may nest.

export const recursion = { limit: 1000 };
