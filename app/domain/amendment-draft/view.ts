import { EMPTY_COMMITMENT_TEXT, EMPTY_MILESTONE_TEXT } from '#app/domain/commitment-draft/view.ts'
import type { AmendmentFault } from '#app/domain/amendment/rules.ts'
import type { LateRedating } from '#app/domain/published-text/rules.ts'
import { lateRedating } from '#app/domain/published-text/rules.ts'
import type { AmendmentHead, AmendmentOperation, DraftedChange } from '#app/domain/amendment/schema.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { policyAreasIn } from '#app/domain/commitment-draft/schema.ts'
import type { CommitmentText, MilestoneText, PlanText } from '#app/domain/plan-draft/schema.ts'
import type { CommitmentTextAnswer, MilestoneTextAnswer, PlanTextAnswer } from './schema.ts'

type CommitmentChange = Extract<DraftedChange, { recordKind: 'commitment' }>

/** A record of a plan by what it is called. */
export type RecordName = {
	readonly recordKind: DraftedChange['recordKind']
	readonly recordId: string
	readonly number: string | null
	readonly title: Bilingual
}

/**
 * One field that a change touches; null: nothing is given. Days are calendar days, whole or in part. A value of OGP's
 * that is named without a reason says `NAMED`.
 */
export type FieldDifference = {
	readonly field: string
	readonly kind: 'text' | 'day' | 'value'
	readonly before: string | null
	readonly after: string | null
}

/** One change of an amendment, as a page shows it: old beside new. */
export type ChangeView = RecordName & {
	readonly operation: AmendmentOperation
	readonly differences: readonly FieldDifference[]
	readonly successors: readonly RecordName[]
	/** Whether it moves an end that has passed, or is about to. */
	readonly late: LateRedating | null
}

/** An amendment that is being written, as its side sees it. */
export type AmendmentDraftView = {
	readonly id: string
	readonly version: number
	readonly state: 'DRAFT' | 'SUBMITTED' | 'RETURNED'
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly head: AmendmentHead
	readonly changes: readonly ChangeView[]
	readonly faults: readonly (AmendmentFault & { readonly name: RecordName | null })[]
	readonly returnedReason: string | null
	/** Who sent it; null while it is written. */
	readonly submittedBy: string | null
	readonly mayApprove: boolean
}

/** What a drafted change, or the text as it stands, is called. */
export function nameOf({ recordKind, recordId, text }: DraftedChange): RecordName {
	return { recordKind, recordId, number: text.number, title: { en: text.titleEn, id: text.titleId } }
}

/** What words a text is shown in that is stored as an id: of organizations and commitments. */
export type IdWords = (id: string) => string

/** A change beside the text that it is written over; `before` null: a new record. */
export function changeView(
	change: DraftedChange,
	before: DraftedChange | null,
	around: {
		readonly successors: readonly RecordName[]
		readonly today: CalendarDay
		readonly words: IdWords
	},
): ChangeView {
	const { operation } = change
	const isWritten = operation === 'ADD' || operation === 'CHANGE' || operation === 'MOVE'
	const old = before === null ? null : fieldsOf(before, around.words)
	const fresh = isWritten ? fieldsOf(change, around.words) : (old ?? {})
	const wasDue = before?.text.endsOn ?? null
	return {
		...nameOf(isWritten ? change : (before ?? change)),
		operation,
		differences: differencesBetween(old ?? {}, fresh),
		successors: around.successors,
		late: isWritten && before !== null ? lateRedating(wasDue, change.text.endsOn, around.today) : null,
	}
}

type Fields = Readonly<Record<string, string | null>>
const VALUE = 'ogp-value.'
const DAYS = ['startsOn', 'endsOn', 'byOn']

function differencesBetween(before: Fields, after: Fields): readonly FieldDifference[] {
	const fields = new Set([...Object.keys(after), ...Object.keys(before)])
	return [...fields].flatMap((field) => {
		const [old, fresh] = [before[field] || null, after[field] || null]
		return old === fresh ? [] : [{ field, kind: kindOf(field), before: old, after: fresh }]
	})
}

function kindOf(field: string): FieldDifference['kind'] {
	if (DAYS.includes(field)) return 'day'
	return field.startsWith(VALUE) ? 'value' : 'text'
}

/** A text by field, in the order of its form. */
function fieldsOf(change: DraftedChange, words: IdWords): Fields {
	if (change.recordKind === 'action-plan') {
		const { administrationEndsOn: _term, ...text } = change.text
		return text
	}
	if (change.recordKind === 'milestone') {
		const { protocol, ...text } = change.text
		return { commitmentId: words(change.commitmentId), ...text, ...protocol }
	}
	const { ogpValues, policyAreas, carriedOverFrom, ...text } = change.text
	return {
		...text,
		leadId: change.leadId === null ? null : words(change.leadId),
		supportIds: change.supportIds.map(words).join('; '),
		...Object.fromEntries(
			ogpValues.map((value) => [`${VALUE}${value.code}`, value.justification ?? 'NAMED']),
		),
		policyAreas: policyAreas.join('; '),
		carriedOverFrom: carriedOverFrom === null ? null : words(carriedOverFrom),
	}
}

/** A new record with nothing said of it. */
export function blankChange(
	given:
		| { readonly recordKind: 'commitment'; readonly recordId: string }
		| { readonly recordKind: 'milestone'; readonly recordId: string; readonly commitmentId: string },
): DraftedChange {
	const added = { seenVersion: 0, operation: 'ADD' as const, successors: [] }
	if (given.recordKind === 'milestone') return { ...given, ...added, text: EMPTY_MILESTONE_TEXT }
	return { ...given, ...added, text: EMPTY_COMMITMENT_TEXT, leadId: null, supportIds: [] }
}

/** What was left empty is not said. */
function said(typed: string | undefined): string | null {
	return typed || null
}

function headFrom({ number, titleId, titleEn, startsOn, endsOn }: PlanTextAnswer) {
	return {
		number: said(number),
		titleEn: said(titleEn),
		titleId: said(titleId),
		startsOn: said(startsOn),
		endsOn: said(endsOn),
	}
}

/** The text of a plan from its form, with what the form does not ask as it was. */
export function planTextFrom(answer: PlanTextAnswer, before: PlanText): PlanText {
	return { ...headFrom(answer), administrationEndsOn: before.administrationEndsOn }
}

/** The text of a commitment from its form, and who answers for it, with what the form does not ask as it was. */
export function commitmentTextFrom(
	answer: CommitmentTextAnswer,
	{ text: before }: CommitmentChange,
): Pick<CommitmentChange, 'text' | 'leadId' | 'supportIds'> {
	const text = {
		...before,
		...headFrom(answer),
		theme: said(answer.theme),
		descriptionEn: said(answer.descriptionEn),
		descriptionId: said(answer.descriptionId),
		problemEn: said(answer.problemEn),
		problemId: said(answer.problemId),
		baselineEn: said(answer.baselineEn),
		baselineId: said(answer.baselineId),
		contributionEn: said(answer.contributionEn),
		contributionId: said(answer.contributionId),
		additionalEn: said(answer.additionalEn),
		additionalId: said(answer.additionalId),
		leadInstitution: said(answer.leadInstitution),
		supportingInstitutions: said(answer.supportingInstitutions),
		ogpValues: ogpValuesFrom(answer, before.ogpValues),
		policyAreas: policyAreasIn(answer.policyAreas),
	}
	return { text, leadId: said(answer.leadId), supportIds: [...new Set(answer.supportIds ?? [])] }
}

/** The values that are given a reason, and those that were named without one: their field stands empty. */
function ogpValuesFrom(
	answer: CommitmentTextAnswer,
	before: CommitmentText['ogpValues'],
): CommitmentText['ogpValues'] {
	const typed: Readonly<Record<string, string | undefined>> = {
		TRANSPARENCY: answer.transparency,
		PARTICIPATION: answer.participation,
		ACCOUNTABILITY: answer.accountability,
		TECHNOLOGY: answer.technology,
		INCLUSION: answer.inclusion,
	}
	const stay = before.filter((value) => !(value.code in typed) || value.justification === null)
	const codes = new Set([
		...stay.map((value) => value.code),
		...Object.keys(typed).filter((code) => typed[code]),
	])
	return [...codes].map((code) => {
		const kept = stay.find((value) => value.code === code)
		return { code, justification: said(typed[code]) ?? kept?.justification ?? null }
	})
}

/** The text of a milestone from its form. */
export function milestoneTextFrom(answer: MilestoneTextAnswer): MilestoneText {
	const protocol = {
		whatEn: said(answer.whatEn),
		whatId: said(answer.whatId),
		whereEn: said(answer.whereEn),
		whereId: said(answer.whereId),
		who: said(answer.who),
		byOn: said(answer.byOn),
	}
	return {
		...headFrom(answer),
		deliverableEn: said(answer.deliverableEn),
		deliverableId: said(answer.deliverableId),
		responsible: said(answer.responsible),
		protocol: Object.values(protocol).some((value) => value !== null) ? protocol : null,
	}
}
