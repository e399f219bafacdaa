import { isCalendarDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** What the list outside the database says of a finding: that it was withdrawn, or that its removal was confirmed. */
export type WithdrawalMark = {
	readonly kind: 'withdrawn' | 'removed'
	readonly recordId: string
	/** Of the withdrawal. */
	readonly version: number
	readonly day: CalendarDay
}

/**
 * Withdrawals as they are kept outside the database and its backups: what a restored backup has forgotten stays
 * hidden. It names no person and no organization.
 */
export type WithdrawalList = {
	/** The findings that are withdrawn, by record. */
	readonly withdrawn: () => ReadonlyMap<string, WithdrawalMark>
	/** The records of findings whose removal was confirmed. */
	readonly removed: () => ReadonlySet<string>
	/** Adds a mark; it is kept when this returns. A mark that is there already is not added again. */
	readonly add: (mark: WithdrawalMark) => void
}

/** A list that holds some marks, and keeps further ones as told. */
export function withdrawalList(
	marks: readonly WithdrawalMark[],
	keep: (mark: WithdrawalMark) => void,
): WithdrawalList {
	const withdrawn = new Map<string, WithdrawalMark>()
	const removed = new Set<string>()
	const take = (mark: WithdrawalMark) => {
		// Whatever was removed was withdrawn, should the line that says so be lost.
		if (mark.kind === 'withdrawn' || !withdrawn.has(mark.recordId)) withdrawn.set(mark.recordId, mark)
		if (mark.kind === 'removed') removed.add(mark.recordId)
	}
	const isKnown = ({ kind, recordId, version }: WithdrawalMark) =>
		kind === 'removed' ? removed.has(recordId) : withdrawn.get(recordId)?.version === version
	for (const mark of marks) take(mark)
	return {
		withdrawn: () => withdrawn,
		removed: () => removed,
		add: (mark) => {
			if (isKnown(mark)) return
			keep(mark)
			take(mark)
		},
	}
}

/** A mark as a line of the list. */
export function markLine({ kind, version, day, recordId }: WithdrawalMark): string {
	return `${kind} ${String(version)} ${day} ${recordId}\n`
}

/** The mark that a line holds; null where the line is none of the list's. */
export function markIn(line: string): WithdrawalMark | null {
	const [, kind, version, day, recordId] = /^(withdrawn|removed) (\d{1,9}) (\S+) (\S+)$/.exec(line) ?? []
	if ((kind !== 'withdrawn' && kind !== 'removed') || !recordId || !day || !isCalendarDay(day)) return null
	return { kind, recordId, version: Number(version), day }
}
