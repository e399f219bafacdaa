/** Our own names for what the process stamps on a request; whatever a client sent under them is overwritten. */
export const STAMPS = { requestId: 'x-request-id', clientAddress: 'x-ogp-client-ip' } as const
