import type { Words } from '#app/components/words.tsx'
import { daysBetween } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { FindingThread } from '#app/domain/finding-thread/view.ts'
import type { ThreadState } from '#app/domain/finding-thread/rules.ts'

type Threaded = { readonly thread: FindingThread; readonly publishedOn: CalendarDay }

/** How far a finding, its reply and its author's decision have come, in a sentence; silence is said as silence. */
export function threadWord(
	state: ThreadState,
	finding: Threaded,
	{ say, format }: Pick<Words, 'say' | 'format'>,
): string {
	const { replies, decisions } = finding.thread
	switch (state) {
		case 'NOT_ADVERSE':
			return say('thread.state.NOT_ADVERSE')
		case 'AWAITING_REPLY':
		case 'SILENT':
			return say(`thread.state.${state}`, clockOf(finding, format))
		case 'REPLIED': {
			const [reply] = replies
			return say(reply?.isLate ? 'thread.state.REPLIED.late' : 'thread.state.REPLIED', {
				on: format.day(reply?.publishedOn ?? finding.publishedOn),
			})
		}
		default: {
			const [decision] = decisions
			return say(`thread.state.${state}`, {
				on: format.day(decision?.publishedOn ?? finding.publishedOn),
				version: format.count(decision?.changedToVersion ?? 0),
			})
		}
	}
}

/** That nobody replied in time, whatever was decided since; null where somebody did, or the clock still runs. */
export function silenceWord(
	finding: Threaded,
	today: CalendarDay,
	{ say, format }: Pick<Words, 'say' | 'format'>,
): string | null {
	const { dueOn, replies } = finding.thread
	const inTime = replies.some((reply) => !reply.isLate)
	if (dueOn === null || inTime || today <= dueOn) return null
	return say('thread.state.SILENT', clockOf(finding, format))
}

function clockOf({ thread, publishedOn }: Threaded, format: Words['format']) {
	const dueOn = thread.dueOn ?? publishedOn
	const days = daysBetween(publishedOn, dueOn)
	return { count: days, days: format.count(days), due: format.day(dueOn) }
}
