import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CommitmentScreen, MilestoneScreen } from '#app/domain/commitment-draft/rules.ts'
import type { EarlierCommitment } from '#app/domain/commitment-draft/view.ts'
import { CHECKPOINT_SCHEMES } from '#app/domain/cycle-rules/schema.ts'
import { OGP_VALUES } from '#app/domain/plan-draft/rules.ts'
import type { DraftedPlan, MilestoneText, PlanText } from '#app/domain/plan-draft/schema.ts'
import type { InstitutionView } from '#app/domain/plan-draft/view.ts'
import { dayAsTyped } from '#app/domain/typed-day.ts'

/** One of several answers, by its words in both languages or by the key of them. */
export type SpecChoice = {
	readonly value: string
	readonly text: Bilingual | { readonly key: string }
}

/** A question of a form, as data: what it is called, how it is asked, and what is stored. */
export type FieldSpec = {
	readonly name: string
	readonly kind: 'line' | 'text' | 'day' | 'select' | 'radios' | 'checkboxes'
	/** Key of its words; of its hint the same with `.hint`. */
	readonly label: string
	readonly lang?: 'en' | 'id'
	readonly hint?: string
	readonly rows?: number
	readonly stored: string | readonly string[] | null
	readonly choices?: readonly SpecChoice[]
}

type Stored = Readonly<Record<string, unknown>>

function storedIn(text: Stored, name: string): string | null {
	const value = text[name]
	return typeof value === 'string' ? value : null
}

const line = (name: string, text: Stored): FieldSpec => ({
	name,
	kind: 'line',
	label: `plan-draft.field.${name}`,
	stored: storedIn(text, name),
})

const day = (name: string, text: Stored): FieldSpec => ({
	name,
	kind: 'day',
	label: `plan-draft.field.${name}`,
	hint: 'day.hint',
	stored: dayAsTyped(storedIn(text, name)),
})

/** A question that is asked in Indonesian and in English. */
function both(name: string, text: Stored, { rows = 6, hint }: { rows?: number; hint?: string } = {}) {
	return (['id', 'en'] as const).map((lang): FieldSpec => {
		const field = `${name}${lang === 'id' ? 'Id' : 'En'}`
		const stored = storedIn(text, field)
		const label = `plan-draft.field.${name}`
		const more = hint !== undefined && lang === 'id' ? { hint } : {}
		return { name: field, kind: 'text', label, lang, rows, stored, ...more }
	})
}

/** The facts of a plan. */
export function planFactsFields(
	text: PlanText,
	scheme: string,
	{ isLocal }: { isLocal: boolean },
): readonly FieldSpec[] {
	return [
		line('number', text),
		...both('title', text, { rows: 2 }),
		day('startsOn', text),
		day('endsOn', text),
		...(isLocal ? [day('administrationEndsOn', text)] : []),
		{
			name: 'checkpointScheme',
			kind: 'radios',
			label: 'plan-draft.field.checkpointScheme',
			stored: scheme,
			choices: CHECKPOINT_SCHEMES.map((code) => ({
				value: code,
				text: { key: `checkpoint-scheme.${code}` },
			})),
		},
	]
}

/** What the screens of a commitment offer to choose from. */
export type Choices = {
	readonly institutions: readonly InstitutionView[]
	readonly earlier: readonly EarlierCommitment[]
}

type Commitment = Pick<DraftedPlan['commitments'][number], 'text' | 'leadId' | 'supportIds'>

/** One screen of a commitment's form. */
export function commitmentFields(
	screen: CommitmentScreen,
	{ text, leadId, supportIds }: Commitment,
	choices: Choices,
): readonly FieldSpec[] {
	switch (screen) {
		case 'what':
			return [
				line('number', text),
				...both('title', text, { rows: 2, hint: 'plan-draft.field.title.hint' }),
				...both('problem', text, { hint: 'plan-draft.field.problem.hint' }),
				...both('baseline', text, { hint: 'plan-draft.field.baseline.hint' }),
			]
		case 'action':
			return [
				...both('description', text, { hint: 'plan-draft.field.description.hint', rows: 10 }),
				...both('contribution', text, { hint: 'plan-draft.field.contribution.hint' }),
			]
		case 'who':
			return [...whoFields({ text, leadId, supportIds }, choices), day('startsOn', text), day('endsOn', text)]
		case 'values':
			return valuesFields(text)
		case 'additional':
			return [line('theme', text), ...both('additional', text, { hint: 'plan-draft.field.additional.hint' })]
	}
}

function whoFields({ text, leadId, supportIds }: Commitment, choices: Choices): readonly FieldSpec[] {
	const institutions = choices.institutions.map(({ id, name }) => ({ value: id, text: name }))
	const none = { value: '', text: { key: 'workspace.choose' } }
	return [
		{
			name: 'leadId',
			kind: 'select',
			label: 'plan-draft.field.lead',
			stored: leadId,
			choices: [none, ...institutions],
		},
		{
			name: 'supportIds',
			kind: 'checkboxes',
			label: 'plan-draft.field.support',
			stored: supportIds,
			choices: institutions,
		},
		{
			name: 'supportingInstitutions',
			kind: 'text',
			label: 'plan-draft.field.supporters',
			hint: 'plan-draft.field.supporters.hint',
			rows: 4,
			stored: text.supportingInstitutions,
		},
		...carriedOverFields(text, choices),
	]
}

/** Only asked where there is an earlier plan. */
function carriedOverFields(text: Commitment['text'], { earlier }: Choices): readonly FieldSpec[] {
	if (earlier.length === 0) return []
	const none = { value: '', text: { key: 'plan-draft.field.carriedOverFrom.none' } }
	return [
		{
			name: 'carriedOverFrom',
			kind: 'select',
			label: 'plan-draft.field.carriedOverFrom',
			stored: text.carriedOverFrom,
			choices: [none, ...earlier.map(({ id, title }) => ({ value: id, text: title }))],
		},
	]
}

function valuesFields(text: Commitment['text']): readonly FieldSpec[] {
	return [
		...OGP_VALUES.map((code): FieldSpec => ({
			name: code.toLowerCase(),
			kind: 'text',
			label: `ogp-value.${code}`,
			hint: `plan-draft.value-hint.${code}`,
			rows: 4,
			stored: text.ogpValues.find((value) => value.code === code)?.justification ?? null,
		})),
		{
			name: 'policyAreas',
			kind: 'text',
			label: 'plan-draft.field.policyAreas',
			hint: 'plan-draft.field.policyAreas.hint',
			rows: 4,
			stored: text.policyAreas.length === 0 ? null : text.policyAreas.join('\n'),
		},
	]
}

/** One screen of a milestone's form. */
export function milestoneFields(screen: MilestoneScreen, text: MilestoneText): readonly FieldSpec[] {
	if (screen === 'protocol') {
		const protocol = text.protocol ?? {}
		return [
			...both('what', protocol, { rows: 4, hint: 'plan-draft.field.what.hint' }),
			...both('where', protocol, { rows: 3, hint: 'plan-draft.field.where.hint' }),
			line('who', protocol),
			day('byOn', protocol),
		]
	}
	return [
		line('number', text),
		...both('title', text, { rows: 3, hint: 'plan-draft.field.activity.hint' }).map((spec) => ({
			...spec,
			label: 'plan-draft.field.activity',
		})),
		...both('deliverable', text, { rows: 4, hint: 'plan-draft.field.deliverable.hint' }),
		line('responsible', text),
		day('startsOn', text),
		day('endsOn', text),
	]
}
