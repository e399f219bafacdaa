import { createContext } from 'react'

/** What the server knows of the answer it is writing. In the browser both are null. */
export type ResponseFacts = { readonly cspNonce: string | null; readonly requestId: string | null }

/** The nonce of the answer's scripts and the id of its request. */
export const ResponseContext = createContext<ResponseFacts>({ cspNonce: null, requestId: null })
