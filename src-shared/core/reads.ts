// How an operation shows people to whoever asks: the vocabulary of the log of readings.

/** open: somebody's page or file. search, list, report: among others. export and print: it left the base. */
export const accessWays = ['open', 'list', 'search', 'report', 'export', 'print'] as const;
export type AccessWay = (typeof accessWays)[number];
