/** The part of a pino logger the Teams edge uses. Fields never hold card data, message text or tokens. */
export type EdgeLog = Readonly<
  Record<'debug' | 'info' | 'warn' | 'error', (fields: object, message: string) => void>
>;
