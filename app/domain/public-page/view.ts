import type { CalendarDay } from '#app/domain/calendar.ts'

/** What has a public page of its own of which there are many. */
export const PAGE_NOUNS = ['members', 'organizations', 'plans', 'commitments'] as const
export type PageNoun = (typeof PAGE_NOUNS)[number]

/** A public page: whose, and the day of the newest published act on it; null where the log knows of none. */
export type PublicPage = { readonly id: string; readonly lastActOn: CalendarDay | null }
