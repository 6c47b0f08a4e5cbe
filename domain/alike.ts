/** Plain data that would be written alike: the log keeps JSON, so what JSON does not tell apart is the same. */
export const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
