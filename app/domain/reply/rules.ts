import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Decision } from '#app/domain/verifier-decision/rules.ts'

/** Longest reply in one language. Unit: Unicode code points. Source: our own. */
export const REPLY_MAX_CHARACTERS = 4000

/** Most pieces of evidence with one reply. Source: our own. */
export const REPLY_EVIDENCE_MAX = 5

/** The pages of a reply, in their order. */
export const REPLY_STEPS = ['text', 'evidence', 'check'] as const
export type ReplyStep = (typeof REPLY_STEPS)[number]

/** Whether a reply on a day comes after the last day of the clock: it is taken all the same, and marked. */
export function isLate(dueOn: CalendarDay, today: CalendarDay): boolean {
	return today > dueOn
}

/** A finding as far as a reply to it depends on it. */
type Answerable = {
	/** Null where the finding is not adverse. */
	readonly dueOn: CalendarDay | null
	/** Newest first. */
	readonly decisions: readonly { readonly decision: Decision }[]
}

/** Why nobody replies to a finding: it asks for no reply, or its author withdrew it. */
export function reasonNotToReply(finding: Answerable): 'finding_not_adverse' | 'finding_withdrawn' | null {
	if (finding.decisions[0]?.decision === 'WITHDRAWN') return 'finding_withdrawn'
	return finding.dueOn === null ? 'finding_not_adverse' : null
}

/** Whether a reply says something, in one language at least. */
export function saysSomething({
	en,
	id,
}: {
	readonly en: string | null
	readonly id: string | null
}): boolean {
	return Boolean(en?.trim()) || Boolean(id?.trim())
}
