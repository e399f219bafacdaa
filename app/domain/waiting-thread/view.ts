import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** A finding in its newest version with what was answered to it, as far as lists need it. */
export type StoredThread = {
	readonly recordId: string
	readonly version: number
	readonly organizationId: string
	readonly commitmentId: string
	readonly commitmentTitle: Bilingual
	/** Null where the commitment as a whole was verified. */
	readonly milestoneTitle: Bilingual | null
	readonly planTitle: Bilingual
	readonly institutionIds: readonly string[]
	readonly publishedOn: CalendarDay
	/** Null where it is not adverse. */
	readonly dueOn: CalendarDay | null
	readonly today: CalendarDay
	/** To any of its versions, newest first. */
	readonly replies: readonly StoredReply[]
	/** About any of its versions, newest first. */
	readonly decisions: readonly StoredDecision[]
}

export type StoredReply = {
	readonly recordId: string
	readonly version: number
	readonly findingVersion: number
	readonly organizationId: string
	readonly publishedOn: CalendarDay
}

export type StoredDecision = {
	readonly findingVersion: number
	readonly decision: string
	readonly reply: { readonly recordId: string; readonly version: number } | null
}

/** What a line of a list says of a finding. */
type Line = Pick<StoredThread, 'recordId' | 'commitmentTitle' | 'milestoneTitle'>

/** A finding that waits for an institution's reply; after the clock it waits still. */
export type WaitingReply = Line & {
	readonly dueOn: CalendarDay
	readonly isOver: boolean
	readonly hasDraft: boolean
}

/** A finding that waits for its author's decision: a reply, silence, or a change that was not declared yet. */
export type WaitingDecision = Line & {
	readonly kind: 'REPLIED' | 'SILENT' | 'CHANGED'
	readonly sinceOn: CalendarDay
}

/** The last day to reply, where one of the institution's people can still do something about it; else null. */
export function replyOwedOn(thread: StoredThread, organizationId: string): CalendarDay | null {
	const isOfVersion = (act: { readonly findingVersion: number }) => act.findingVersion === thread.version
	const isAnswered = thread.replies.some(
		(reply) => isOfVersion(reply) && reply.organizationId === organizationId,
	)
	return isAnswered || thread.decisions.some(isOfVersion) ? null : thread.dueOn
}

/** The finding as a line of what waits for an institution's reply; null where nothing waits. */
export function waitingReply(
	thread: StoredThread,
	own: { readonly organizationId: string; readonly hasDraft: boolean },
): WaitingReply | null {
	const dueOn = replyOwedOn(thread, own.organizationId)
	if (dueOn === null) return null
	return { ...lineOf(thread), dueOn, isOver: thread.today > dueOn, hasDraft: own.hasDraft }
}

/** The finding as a line of what waits for its author's decision; null where nothing waits. */
export function waitingDecision(thread: StoredThread): WaitingDecision | null {
	const { version, dueOn, today } = thread
	const reply = thread.replies.find((one) => one.findingVersion === version)
	const decision = thread.decisions.find((one) => one.findingVersion === version)
	if (reply && !isAnswer(decision, reply))
		return { ...lineOf(thread), kind: 'REPLIED', sinceOn: reply.publishedOn }
	if (!reply && !decision && dueOn !== null && today > dueOn)
		return { ...lineOf(thread), kind: 'SILENT', sinceOn: dueOn }
	const before = thread.replies.find((one) => one.findingVersion === version - 1)
	const isDeclared = thread.decisions.some((one) => one.findingVersion === version - 1)
	if (before && !isDeclared) return { ...lineOf(thread), kind: 'CHANGED', sinceOn: thread.publishedOn }
	return null
}

/** Whether a decision knew a reply: one that came after it, or was corrected since, waits anew. */
function isAnswer(decision: StoredDecision | undefined, reply: StoredReply): boolean {
	const known = decision?.reply
	return known?.recordId === reply.recordId && known.version >= reply.version
}

function lineOf({ recordId, commitmentTitle, milestoneTitle }: StoredThread): Line {
	return { recordId, commitmentTitle, milestoneTitle }
}
