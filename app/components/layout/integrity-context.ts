import { createContext } from 'react'
import type { IntegrityNotice } from '#app/domain/integrity/rules.ts'

/** What every page says of records that differ from the log; null where none does. */
export const IntegrityContext = createContext<IntegrityNotice | null>(null)
