import { redirect } from '@remix-run/node'
import { openDataPageHref } from '#app/components/addresses.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

/** The page stood here once. */
export const loader = guardedLoader('public', ({ locale }) => redirect(openDataPageHref(locale), 301))
