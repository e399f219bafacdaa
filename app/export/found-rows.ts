import type { FoundCommitment } from '#app/domain/commitment-list/view.ts'
import type { Say } from '#app/i18n/translate.ts'
import { listed } from './open-data.ts'

/** Columns of the file, in their order. The four judges stand beside each other and are never one. */
export const FOUND_COLUMNS = [
	'commitment',
	'ogp_id',
	'number',
	'title_en',
	'title_id',
	'standing',
	'member',
	'is_demonstration',
	'plan',
	'institution',
	'policy_areas',
	'ogp_values',
	'claimed',
	'verified',
	'assessed',
	'coded',
	'divergence',
	'divergence_in_words',
	'divergence_steps',
	'milestones_overdue',
	'late_since',
	'last_act_on',
] as const

/** The commitments as rows of text, the names of the columns first. What is not known is empty. */
export function foundRows(commitments: readonly FoundCommitment[], say: Say): readonly (readonly string[])[] {
	return [
		FOUND_COLUMNS,
		...commitments.map((commitment) => {
			const values = valuesOf(commitment, say)
			return FOUND_COLUMNS.map((name) => values[name])
		}),
	]
}

function valuesOf(found: FoundCommitment, say: Say): Record<(typeof FOUND_COLUMNS)[number], string> {
	const { claimed, verified, assessed, coded, divergence } = found.judgements
	return {
		commitment: found.id,
		ogp_id: found.ogpId ?? '',
		number: found.number ?? '',
		title_en: found.title.en ?? '',
		title_id: found.title.id ?? '',
		standing: found.standing ?? '',
		member: found.member.id,
		is_demonstration: found.member.isDemonstration ? '1' : '0',
		plan: found.plan.id,
		institution: found.institution ?? '',
		policy_areas: listed(found.policyAreas) ?? '',
		ogp_values: listed(found.ogpValues) ?? '',
		claimed: claimed.level ?? '',
		verified: verified.level ?? '',
		assessed: assessed?.level ?? '',
		coded: coded.level ?? '',
		divergence: divergence.state,
		divergence_in_words: say(`divergence.${divergence.state}`),
		divergence_steps: divergence.steps === null ? '' : String(divergence.steps),
		milestones_overdue: String(found.overdueMilestones),
		late_since: found.lateSinceOn ?? '',
		last_act_on: found.lastActOn,
	}
}
