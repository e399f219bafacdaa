import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { CallStanding } from '#app/domain/application-call/rules.ts'
import type { CallView } from '#app/domain/application-call/view.ts'
import type { TermView } from '#app/domain/application/view.ts'

type DeadlineProps = { call: CallView; standing: CallStanding }

/** Until when a call takes applications, that it was extended where it was, and whether that is over. */
export function Deadline({ call, standing }: DeadlineProps) {
	const words = useWords()
	return <>{deadlineText(call, standing, words)}</>
}

/** The sentence of a call's last day. */
export function deadlineText(call: CallView, standing: CallStanding, { say, format }: Words): string {
	const { opensOn, closesOn, extendedTo, lastDay } = call
	if (standing === 'AHEAD' && opensOn !== null) return say('call.ahead', { on: format.day(opensOn) })
	if (lastDay === null) return say('call.no-last-day')
	const until = format.day(lastDay)
	if (standing === 'CLOSED') return say('call.closed', { on: until })
	if (extendedTo !== null && closesOn !== null)
		return say('call.open.extended', { on: until, before: format.day(closesOn) })
	return say('call.open', { on: until })
}

type TermTextProps = { term: TermView; call: CallView }

/** How many months are left in the term, against what the call wants. */
export function TermText({ term, call }: TermTextProps) {
	return <>{termText(term, call, useWords())}</>
}

/** The sentence of the months left in the term. */
export function termText(
	term: TermView,
	{ monthsLeft: asked }: CallView,
	{ say, format }: Pick<Words, 'say' | 'format'>,
): string {
	const { endsOn, monthsLeft, verdict, asOfOn } = term
	if (endsOn === null || monthsLeft === null)
		return say(term.recordId === null ? 'application.term.NOT_RECORDED' : 'application.term.no-end')
	return say(`application.term.${verdict}`, {
		count: monthsLeft,
		months: format.count(monthsLeft),
		ends: format.day(endsOn),
		on: format.day(asOfOn),
		least: format.count(asked?.least ?? 0),
	})
}
