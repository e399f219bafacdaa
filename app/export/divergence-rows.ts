import type { DivergenceLine } from '#app/domain/divergence-list/rules.ts'
import type { Judgement } from '#app/domain/divergence/rules.ts'
import type { Say } from '#app/i18n/translate.ts'

/** Columns of the file, in their order; each is explained beside the API. */
export const DIVERGENCE_COLUMNS = [
	'member',
	'plan',
	'commitment',
	'number',
	'title_en',
	'title_id',
	'standing',
	'institution',
	'checkpoint',
	'checkpoint_due',
	'claimed',
	'verified',
	'verified_lowest',
	'verified_highest',
	'independent_organizations',
	'findings_not_counted',
	'assessed',
	'coded',
	'state',
	'state_in_words',
	'steps',
	'steps_assessed',
	'steps_coded',
	'evidence_gap',
	'last_found',
	'age_days',
	'last_confirmed',
	'milestones_verified',
	'milestones',
] as const

/** The list as rows of text, the names of the columns first. What is not known is empty. */
export function divergenceRows(lines: readonly DivergenceLine[], say: Say): readonly (readonly string[])[] {
	return [
		DIVERGENCE_COLUMNS,
		...lines.map((line) => DIVERGENCE_COLUMNS.map((name) => valuesOf(line, say)[name])),
	]
}

function valuesOf(line: DivergenceLine, say: Say): Record<(typeof DIVERGENCE_COLUMNS)[number], string> {
	const { claimed, verified, assessed, coded, divergence } = line.judgements
	const { assessedDivergence, codedDivergence } = line.judgements
	return {
		member: line.member.id,
		plan: line.plan.id,
		commitment: line.commitmentId,
		number: line.number,
		title_en: line.title.en ?? '',
		title_id: line.title.id ?? '',
		standing: line.standing ?? '',
		institution: line.institution ?? '',
		checkpoint: line.checkpoint?.code ?? '',
		checkpoint_due: line.checkpoint?.dueOn ?? '',
		claimed: levelOf(claimed),
		verified: levelOf(verified),
		verified_lowest: verified.spread?.lowest ?? levelOf(verified),
		verified_highest: verified.spread?.highest ?? levelOf(verified),
		independent_organizations: String(line.independent),
		findings_not_counted: String(line.notCounted),
		assessed: levelOf(assessed),
		coded: levelOf(coded),
		state: divergence.state,
		state_in_words: say(`divergence.${divergence.state}`),
		steps: numberOf(divergence.steps),
		steps_assessed: numberOf(assessedDivergence?.steps),
		steps_coded: numberOf(codedDivergence.steps),
		evidence_gap: divergence.evidenceGap ?? '',
		last_found: line.foundOn ?? '',
		age_days: numberOf(line.ageDays),
		last_confirmed: line.confirmedOn ?? '',
		milestones_verified: String(line.coverage.count),
		milestones: String(line.coverage.of),
	}
}

function levelOf(judgement: Judgement | undefined): string {
	return judgement?.level ?? ''
}

function numberOf(value: number | null | undefined): string {
	return value === null || value === undefined ? '' : String(value)
}
