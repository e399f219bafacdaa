import { commitmentFields, milestoneFields, planFactsFields } from '#app/components/plan-draft/field-specs.ts'
import type { FieldSpec } from '#app/components/plan-draft/field-specs.ts'
import type { AmendableRecord, Named } from '#app/domain/amendment-draft/queries.server.ts'
import { SPLIT_MAX_PARTS } from '#app/domain/amendment-draft/rules.ts'
import type { AmendmentHead, DraftedChange } from '#app/domain/amendment/schema.ts'
import { COMMITMENT_SCREENS } from '#app/domain/commitment-draft/rules.ts'
import { dayAsTyped } from '#app/domain/typed-day.ts'

/** Why, on whose proposal, with whose agreement, from when. */
export function headFields(head: AmendmentHead): readonly FieldSpec[] {
	const line = (name: 'proposedBy' | 'agreedBy'): FieldSpec => ({
		name,
		kind: 'line',
		label: `amendment.${name}`,
		hint: `amendment.${name}.hint`,
		stored: head[name],
	})
	const reason = { kind: 'text', label: 'amendment.reason', rows: 5 } as const
	return [
		{ ...reason, name: 'reasonId', lang: 'id', stored: head.reasonId },
		{ ...reason, name: 'reasonEn', lang: 'en', stored: head.reasonEn },
		line('proposedBy'),
		line('agreedBy'),
		{
			name: 'effectiveOn',
			kind: 'day',
			label: 'amendment.effectiveOn',
			hint: 'day.hint',
			stored: dayAsTyped(head.effectiveOn),
		},
	]
}

/** The whole text of a record on one page. */
export function recordFields(change: DraftedChange, institutions: readonly Named[]): readonly FieldSpec[] {
	if (change.recordKind === 'action-plan')
		return planFactsFields(change.text, '', { isLocal: false }).filter(
			({ name }) => name !== 'checkpointScheme',
		)
	if (change.recordKind === 'milestone')
		return [...milestoneFields('text', change.text), ...milestoneFields('protocol', change.text)]
	const choices = { institutions: [...institutions], earlier: [] }
	const lead = { name: 'leadInstitution', kind: 'line', label: 'commitment.lead' } as const
	return [
		...COMMITMENT_SCREENS.flatMap((screen) => commitmentFields(screen, change, choices)),
		{ ...lead, stored: change.text.leadInstitution },
	]
}

/** Which commitments become one. */
export function mergerFields(commitments: readonly AmendableRecord[]): readonly FieldSpec[] {
	const open = commitments.filter((one) => !one.hasEnded && one.operation !== 'ADD')
	return [
		{
			name: 'commitmentIds',
			kind: 'checkboxes',
			label: 'amendment.merge.which',
			stored: null,
			choices: open.map(({ recordId, title }) => ({ value: recordId, text: title })),
		},
	]
}

/** Into how many parts a commitment is split. */
export function splitFields(): readonly FieldSpec[] {
	const counts = Array.from({ length: SPLIT_MAX_PARTS - 1 }, (_, at) => String(at + 2))
	return [
		{
			name: 'parts',
			kind: 'select',
			label: 'amendment.split.parts',
			stored: '2',
			choices: counts.map((count) => ({ value: count, text: { en: count, id: count } })),
		},
	]
}

/** Where a record goes on. */
export function moveFields(targets: readonly Named[]): readonly FieldSpec[] {
	return [
		{
			name: 'toId',
			kind: 'radios',
			label: 'amendment.move.where',
			stored: null,
			choices: targets.map(({ id, name }) => ({ value: id, text: name })),
		},
	]
}
