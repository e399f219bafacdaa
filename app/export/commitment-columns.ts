import type { Bilingual } from '#app/domain/bilingual.ts'
import { codedAs } from '#app/domain/open-data/view.ts'
import type { CommitmentLine } from '#app/domain/open-data/view.ts'
import { listed, openColumn } from './open-data.ts'
import type { OpenColumn, OpenValue } from './open-data.ts'

const column = openColumn<CommitmentLine>

/** The commitments table as OGP publishes it, column by column. Source: OGP's public sheet of commitments. */
const OGP_COLUMNS: readonly OpenColumn<CommitmentLine>[] = [
	column('Commitment Unique Identifier', 'ogp-id', ({ commitment }) => commitment.ogpId),
	column('Country/Locality', 'locality', ({ plan }) => inEnglish(plan.member.name)),
	column('Region', 'not-kept', () => null),
	column('Theme', 'theme', ({ commitment }) => commitment.theme ?? listed(commitment.policyAreas)),
	column('Year Of Submission', 'submitted', ({ plan }) => yearOf(plan.submittedOn)),
	column('Action Plan Number', 'plan-number', ({ plan }) => plan.number),
	column('Commitment Number', 'number', ({ commitment }) => commitment.number),
	column('Commitment Title', 'title', ({ commitment }) => inEnglish(commitment.title)),
	column('Short Title', 'not-kept', () => null),
	column('Full Text', 'full-text', ({ commitment }) => inEnglish(commitment.description)),
	column('Lead Institution', 'lead', ({ commitment }) => commitment.leadInstitution),
	column('Supporting Institution(s)', 'supporting', ({ commitment }) => commitment.supportingInstitutions),
	column('URL', 'url', ({ commitment, origin }) => `${origin}/en/commitments/${commitment.id}`),
	column('OGP Value Access To Information', 'value', (line) => hasValue(line, 'TRANSPARENCY')),
	column('OGP Value Civic Participation', 'value', (line) => hasValue(line, 'PARTICIPATION')),
	column('OGP Value Public Accountability', 'value', (line) => hasValue(line, 'ACCOUNTABILITY')),
	column('OGP Value Technology', 'value', (line) => hasValue(line, 'TECHNOLOGY')),
	column('Specificity', 'irm', ({ commitment }) => codedAs(commitment.codings, 'SPECIFICITY')),
	column('Potential Impact', 'irm', ({ commitment }) => codedAs(commitment.codings, 'POTENTIAL_IMPACT')),
	column('Completion (Progress Report)', 'irm-progress', ({ commitment }) =>
		codedAs(commitment.codings, 'COMPLETION_MIDTERM', 'COMPLETION'),
	),
	column('Did It Open Government (Overall)', 'irm', ({ commitment }) => codedAs(commitment.codings, 'DIOG')),
]

/** What the record has beyond them; the four judges stand beside each other and are never one. */
const OWN_COLUMNS: readonly OpenColumn<CommitmentLine>[] = [
	column('commitment', 'id', ({ commitment }) => commitment.id),
	column('member', 'id', ({ plan }) => plan.member.id),
	column('plan', 'id', ({ plan }) => plan.id),
	column('is_demonstration', 'demonstration', ({ plan }) => (plan.member.isDemonstration ? 1 : 0)),
	column('standing', 'standing', ({ commitment }) => commitment.standing ?? null),
	column('title_en', 'both', ({ commitment }) => commitment.title.en),
	column('title_id', 'both', ({ commitment }) => commitment.title.id),
	column('problem_en', 'both', ({ commitment }) => commitment.problem.en),
	column('problem_id', 'both', ({ commitment }) => commitment.problem.id),
	column('full_text_en', 'both', ({ commitment }) => commitment.description.en),
	column('full_text_id', 'both', ({ commitment }) => commitment.description.id),
	column('policy_areas', 'list', ({ commitment }) => listed(commitment.policyAreas)),
	column('starts_on', 'partial-day', ({ commitment }) => commitment.startsOn),
	column('ends_on', 'partial-day', ({ commitment }) => commitment.endsOn),
	column('milestones', 'count', ({ commitment }) => commitment.milestones.length),
	column(
		'milestones_reported',
		'count',
		({ commitment }) => commitment.milestones.filter(({ claims }) => claims.length > 0).length,
	),
	column('milestones_overdue', 'overdue', ({ overdueMilestones }) => overdueMilestones),
	column('schedule', 'schedule', ({ schedule }) => schedule),
	column('claimed', 'claimed', ({ judgements }) => judgements.claimed.level),
	column('verified', 'verified', ({ judgements }) => judgements.verified.level),
	column('assessed', 'assessed', ({ judgements }) => judgements.assessed?.level ?? null),
	column('coded', 'coded', ({ judgements }) => judgements.coded.level),
	column('divergence', 'divergence', ({ judgements }) => judgements.divergence.state),
	column('divergence_steps', 'divergence-steps', ({ judgements }) => judgements.divergence.steps),
	column('irm_verifiable', 'irm', ({ commitment }) => codedAs(commitment.codings, 'VERIFIABLE')),
	column('irm_potential_for_results', 'irm', ({ commitment }) =>
		codedAs(commitment.codings, 'POTENTIAL_FOR_RESULTS'),
	),
	column('irm_completion_end', 'irm', ({ commitment }) => codedAs(commitment.codings, 'COMPLETION_END')),
	column('irm_early_results', 'irm', ({ commitment }) => codedAs(commitment.codings, 'EARLY_RESULTS')),
	column('last_act_on', 'last-act', ({ lastActOn }) => lastActOn),
	column('text_version', 'version', ({ commitment }) => commitment.origin.version),
	column('source', 'source', ({ commitment }) => commitment.origin.source),
]

/** One row per commitment: OGP's columns under OGP's names, then our own. */
export const COMMITMENT_COLUMNS: readonly OpenColumn<CommitmentLine>[] = [...OGP_COLUMNS, ...OWN_COLUMNS]

function inEnglish({ en, id }: Bilingual): string | null {
	return en ?? id
}

function yearOf(day: string | null): number | null {
	return day === null ? null : Number(day.slice(0, 4))
}

/** 1 or 0; nothing where no value is known at all. */
function hasValue({ commitment: { ogpValues } }: CommitmentLine, code: string): OpenValue {
	if (ogpValues.length === 0) return null
	return ogpValues.some((value) => value.code === code) ? 1 : 0
}
