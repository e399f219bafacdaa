import type { CallView, FieldSetView } from '#app/domain/application-call/view.ts'

/** What a call says, part by part, in the order of its page. Source: OGP Local, calls of 2020 and 2023; codes ours. */
export const CALL_PARTS = [
	'NAME',
	'YEAR',
	'OPENS',
	'CLOSES',
	'EXTENDED',
	'TIME_ZONE',
	'FULL_APPLICATION',
	'RESULTS',
	'MONTHS',
	'LETTERS',
	'CRITERIA',
	'FIELDS',
	'STAGES',
	'NOTES',
	'SOURCE',
] as const
export type CallPart = (typeof CALL_PARTS)[number]

/** A call with the fields that its form asks. */
export type CallSaying = { readonly call: CallView; readonly fieldSet: FieldSetView }

/** The parts that a later version of a call says otherwise. */
export function partsChanged(before: CallSaying, after: CallSaying): readonly CallPart[] {
	const [was, is] = [saidIn(before), saidIn(after)]
	return CALL_PARTS.filter((part) => JSON.stringify(was[part]) !== JSON.stringify(is[part]))
}

/** Fields are told by their set: another set is another question to whoever answers. */
function saidIn({ call, fieldSet }: CallSaying): { readonly [Part in CallPart]: unknown } {
	const { source, sourceUrl, monthsLeft, name } = call
	return {
		NAME: [name.en, name.id],
		YEAR: call.year,
		OPENS: call.opensOn,
		CLOSES: call.closesOn,
		EXTENDED: call.extendedTo,
		TIME_ZONE: call.timeZone,
		FULL_APPLICATION: call.fullApplicationUntil,
		RESULTS: call.resultsOn,
		MONTHS: monthsLeft && [monthsLeft.least, monthsLeft.best, monthsLeft.isRequired],
		LETTERS: call.letters.map(({ kind, least, by }) => [kind, least, by]),
		CRITERIA: call.criteria.map(({ en, id }) => [en, id]),
		FIELDS: fieldSet.id,
		STAGES: call.stages.map(({ text: { en, id }, untilOn }) => [en, id, untilOn]),
		NOTES: call.notes.map((note) => [note.text.en, note.text.id, note.source]),
		SOURCE: [source, sourceUrl],
	}
}
