import { APPLICATION_SIDES, charactersOf } from '#app/domain/application/rules.ts'
import type { ApplicationField } from '#app/domain/application/view.ts'
import { nameOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { ApplicationModel } from './model.ts'

/** How long the text of a field is, against its limit where the call gives one. */
export function lengthOf({ newest, maxCharacters }: ApplicationField, { say, format }: Words): string {
	const count = format.count(charactersOf(newest?.text ?? ''))
	if (maxCharacters === null) return say('application.length.unlimited', { count })
	return say('application.length.of', { count, most: format.count(maxCharacters) })
}

/** Which side stands behind which version of a field, a sentence each. */
export function standingOf(field: ApplicationField, words: Words): readonly string[] {
	const { say, format } = words
	return APPLICATION_SIDES.map((code) => {
		const side = say(`application-side.${code}`)
		const confirmation = field.confirmations[code]
		if (confirmation === null) return `${side}: ${say('application.confirmed.not')}`
		const { version, on, clock, role, organizationName } = confirmation
		const key = version === field.newest?.version ? 'application.confirmed' : 'application.confirmed.void'
		const organization = nameOf(organizationName, words)
		return `${side}: ${say(key, { version, clock, organization, role: say(`role.${role}`), on: format.day(on) })}`
	})
}

/** The months left in the term, against what the call wants. */
export function termSentence({ term, call }: ApplicationModel, { say, format }: Words): string {
	const { endsOn, monthsLeft, verdict, asOfOn } = term
	if (endsOn === null || monthsLeft === null)
		return say(term.recordId === null ? 'application.term.NOT_RECORDED' : 'application.term.no-end')
	return say(`application.term.${verdict}`, {
		...{
			count: monthsLeft,
			months: format.count(monthsLeft),
			least: format.count(call.monthsLeft?.least ?? 0),
		},
		...{ ends: format.day(endsOn), on: format.day(asOfOn) },
	})
}
