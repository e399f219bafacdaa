import type { DraftProblem, DraftWarning, Notice } from '#app/domain/plan-draft/rules.ts'

/** The screens of a commitment's form, in their order. */
export const COMMITMENT_SCREENS = ['what', 'action', 'who', 'values', 'additional'] as const
export type CommitmentScreen = (typeof COMMITMENT_SCREENS)[number]

/** The screens of a milestone's form, in their order. */
export const MILESTONE_SCREENS = ['text', 'protocol'] as const
export type MilestoneScreen = (typeof MILESTONE_SCREENS)[number]

/** Where something is mended: the screen, and the field on it; null where no single field does it. */
export type Place = {
	readonly screen:
		CommitmentScreen | MilestoneScreen | 'facts' | 'commitments' | 'milestones' | 'consultation'
	readonly field: string | null
}

const PLACES: { readonly [Code in DraftProblem | DraftWarning]: Place } = {
	PLAN_TITLE: { screen: 'facts', field: 'titleId' },
	PLAN_DATES: { screen: 'facts', field: 'startsOn' },
	PLAN_ORDER: { screen: 'facts', field: 'endsOn' },
	PLAN_LENGTH: { screen: 'facts', field: 'endsOn' },
	ADMINISTRATION_UNKNOWN: { screen: 'facts', field: 'administrationEndsOn' },
	PLAN_AFTER_ADMINISTRATION: { screen: 'facts', field: 'endsOn' },
	ADMINISTRATION_MARGIN: { screen: 'facts', field: 'endsOn' },
	NO_COMMITMENTS: { screen: 'commitments', field: null },
	FEW_COMMITMENTS: { screen: 'commitments', field: null },
	MANY_COMMITMENTS: { screen: 'commitments', field: null },
	TOO_MANY_COMMITMENTS: { screen: 'commitments', field: null },
	CONSULTATION_OPEN: { screen: 'consultation', field: null },
	NO_CONSULTATION: { screen: 'consultation', field: null },
	TITLE: { screen: 'what', field: 'titleId' },
	PROBLEM: { screen: 'what', field: 'problemId' },
	BASELINE: { screen: 'what', field: 'baselineId' },
	NO_BASELINE: { screen: 'what', field: 'baselineId' },
	ACTION: { screen: 'action', field: 'descriptionId' },
	CONTRIBUTION: { screen: 'action', field: 'contributionId' },
	LEAD: { screen: 'who', field: 'leadId' },
	NO_INSTITUTION: { screen: 'who', field: 'leadId' },
	COMMITMENT_ORDER: { screen: 'who', field: 'endsOn' },
	COMMITMENT_OUTSIDE_PLAN: { screen: 'who', field: 'endsOn' },
	COMMITMENT_NO_END: { screen: 'who', field: 'endsOn' },
	PRIMARY_VALUE: { screen: 'values', field: 'transparency' },
	ONLY_SECONDARY_VALUES: { screen: 'values', field: 'transparency' },
	POLICY_AREA: { screen: 'values', field: 'policyAreas' },
	NO_MILESTONES: { screen: 'milestones', field: null },
	MILESTONE_TITLE: { screen: 'text', field: 'titleId' },
	MILESTONE_ORDER: { screen: 'text', field: 'endsOn' },
	MILESTONE_OUTSIDE_COMMITMENT: { screen: 'text', field: 'endsOn' },
	MILESTONE_NO_END: { screen: 'text', field: 'endsOn' },
	NO_RESPONSIBLE: { screen: 'text', field: 'responsible' },
	NO_DELIVERABLE: { screen: 'text', field: 'deliverableId' },
	NO_PROTOCOL: { screen: 'protocol', field: 'whatId' },
}

/** Where a notice is mended. */
export function placeOf(code: DraftProblem | DraftWarning): Place {
	return PLACES[code]
}

/** What says the same as a problem, only more softly. */
const SAID_BY: { readonly [Code in DraftWarning]?: DraftProblem } = {
	NO_BASELINE: 'BASELINE',
	NO_INSTITUTION: 'LEAD',
	ONLY_SECONDARY_VALUES: 'PRIMARY_VALUE',
	NO_CONSULTATION: 'CONSULTATION_OPEN',
}

/** The warnings that no problem says already of the same part of the plan. */
export function warningsBeside(
	problems: readonly Notice<DraftProblem>[],
	warnings: readonly Notice<DraftWarning>[],
): readonly Notice<DraftWarning>[] {
	const said = new Set(problems.map((notice) => `${notice.code} ${partOf(notice)}`))
	return warnings.filter((notice) => !said.has(`${SAID_BY[notice.code] ?? ''} ${partOf(notice)}`))
}

/** The part of a plan that a notice is about: a milestone, a commitment, or the plan itself (''). */
export function partOf({ about }: Pick<Notice, 'about'>): string {
	if (about.kind === 'plan') return ''
	return about.kind === 'milestone' ? about.milestoneId : about.commitmentId
}

/**
 * The screen to go on with after one of a commitment's form was saved: the next of those that lack something that
 * keeps the plan back; null when none does.
 */
export function nextScreen(
	saved: CommitmentScreen,
	problems: readonly Notice<DraftProblem>[],
	commitmentId: string,
): CommitmentScreen | null {
	const open = new Set<string>(
		problems
			.filter(({ about }) => about.kind === 'commitment' && about.commitmentId === commitmentId)
			.map(({ code }) => placeOf(code).screen),
	)
	const later = COMMITMENT_SCREENS.slice(COMMITMENT_SCREENS.indexOf(saved) + 1)
	return later.find((screen) => open.has(screen)) ?? null
}
