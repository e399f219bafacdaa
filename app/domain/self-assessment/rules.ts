import type { CheckpointView, CommitmentRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { addDays } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { isReportExpected } from '#app/domain/progress-update/rules.ts'
import { countedMilestones, hasEnded } from '#app/domain/published-text/rules.ts'
import type { Responsible } from '#app/domain/readiness/rules.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { SelfAssessmentModel } from './schema.ts'

/**
 * Government's reports on a whole plan.
 *
 * Source  OGP, self-assessment process: after the first year, and after the end.
 */
export const ASSESSMENT_KINDS = ['MID_TERM', 'END_OF_TERM'] as const
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number]

/** Open for comment first, then final with the comments and their answers. */
export const ASSESSMENT_STAGES = ['COMMENT', 'FINAL'] as const
export type AssessmentStage = (typeof ASSESSMENT_STAGES)[number]

/** Texts of the outline, in its order. Source: OGP's template of the self-assessment report. */
export const TEXT_SECTIONS = [
	'INTRODUCTION',
	'PARTICIPATION_DEVELOPMENT',
	'PARTICIPATION_IMPLEMENTATION',
	'PARTICIPATION_REPORT',
	'PEER_EXCHANGE',
	'ELIGIBILITY',
	'LESSONS',
	'OTHER_INITIATIVES',
	'NEXT_STEPS',
] as const
export type TextSection = (typeof TEXT_SECTIONS)[number]

/** Texts that a self-assessment may leave out. Source: OGP's template ("optional"); other initiatives: our own. */
export const OPTIONAL_SECTIONS: readonly TextSection[] = ['ELIGIBILITY', 'OTHER_INITIATIVES']

/** Longest text in one language. Unit: Unicode code points. Source: our own. */
export const TEXT_MAX_CHARACTERS = 4000
/** Most recommendations of the IRM that are answered in one report. Source: our own. */
export const RECOMMENDATIONS_MAX = 30
/** Longest time that a draft can be open for comment, in days. Source: our own. */
export const WINDOW_MAX_DAYS = 90

/** How far a part of the report is: written, still to write, in one language and not said to stay so, or left out. */
export const SECTION_STATES = ['DONE', 'TO_WRITE', 'TO_TRANSLATE', 'LEFT_OUT'] as const
export type SectionState = (typeof SECTION_STATES)[number]

/** A text in one or both languages; `notTranslated`: it is said that it stays in one. */
export type GivenText = {
	readonly en: string | null
	readonly id: string | null
	readonly notTranslated: boolean
}

/** How far one text is. */
export function textState(text: GivenText | undefined): 'DONE' | 'TO_WRITE' | 'TO_TRANSLATE' {
	if (!text || (text.en === null && text.id === null)) return 'TO_WRITE'
	if (text.en !== null && text.id !== null) return 'DONE'
	return text.notTranslated ? 'DONE' : 'TO_TRANSLATE'
}

/** How far several texts are that are written on one page: the furthest from done says it. */
export function worstState(states: readonly ReturnType<typeof textState>[]): ReturnType<typeof textState> {
	if (states.includes('TO_WRITE')) return 'TO_WRITE'
	return states.includes('TO_TRANSLATE') ? 'TO_TRANSLATE' : 'DONE'
}

/** First and last day on which everyone may comment on a draft that is published on a day. Days count in full. */
export function commentWindow(publishedOn: CalendarDay, days: number) {
	return { opensOn: publishedOn, closesOn: addDays(publishedOn, days) }
}

/** What the newest published version says of where a self-assessment stands. */
export type Standing = {
	readonly stage: AssessmentStage
	/** Last day for comments. */
	readonly commentClosesOn: CalendarDay
}

/** Why nobody can comment on a day, in the member's time zone; on the last day everyone still can. */
export function reasonNotToComment(newest: Standing, today: CalendarDay): RefusalReason | null {
	return newest.stage === 'COMMENT' && today <= newest.commentClosesOn ? null : 'comments_closed'
}

/**
 * Why a self-assessment cannot become final on a day.
 *
 * Returns  null once it was open for comment, the last day of that is over, and every comment has an answer.
 * Source   OGP, self-assessment process: two weeks of public comment; comments and answers are annexed.
 */
export function reasonNotToFinalise(
	newest: Standing | null,
	unanswered: number,
	today: CalendarDay,
): RefusalReason | null {
	if (newest === null) return 'comment_not_opened'
	if (today <= newest.commentClosesOn) return 'window_open'
	return unanswered > 0 ? 'comments_unanswered' : null
}

/** One part of the report on the page of those who write it. */
export type SectionLine =
	| { readonly part: 'TEXT'; readonly section: TextSection; readonly state: SectionState }
	| { readonly part: 'RECOMMENDATIONS'; readonly state: SectionState }
	| { readonly part: 'COMMITMENT'; readonly commitmentId: string; readonly state: SectionState }

/** How far each part of the report is, in the order of the outline. */
export function sectionLines(model: SelfAssessmentModel): readonly SectionLine[] {
	const textLine = (section: TextSection): SectionLine => {
		const state = textState(model.texts.find((one) => one.section === section)?.text)
		const isLeftOut = state === 'TO_WRITE' && OPTIONAL_SECTIONS.includes(section)
		return { part: 'TEXT', section, state: isLeftOut ? 'LEFT_OUT' : state }
	}
	const answered = model.recommendations.flatMap((one) => [one.recommendation, one.response].map(textState))
	const isSaid = model.noRecommendations || answered.length > 0
	return [
		...TEXT_SECTIONS.slice(0, 4).map(textLine),
		{ part: 'RECOMMENDATIONS', state: isSaid ? worstState(answered) : 'TO_WRITE' },
		...model.commitments.map(({ id, level, results, next }): SectionLine => ({
			part: 'COMMITMENT',
			commitmentId: id,
			state: level === null ? 'TO_WRITE' : worstState([textState(results), textState(next)]),
		})),
		...TEXT_SECTIONS.slice(4).map(textLine),
	]
}

/** The parts that still keep the report from being published. */
export function missingParts(model: SelfAssessmentModel): readonly SectionLine[] {
	return sectionLines(model).filter(({ state }) => state === 'TO_WRITE' || state === 'TO_TRANSLATE')
}

/** Reports that were due before a day: how many, how many were filed, and of whom the others are missing. */
export type ReportsDue = {
	readonly expected: number
	readonly filed: number
	readonly missed: readonly MissedReports[]
}

/** What one institution did not report at one checkpoint. */
export type MissedReports = {
	readonly checkpointCode: string
	readonly dueOn: CalendarDay
	readonly institution: Bilingual
	readonly milestones: readonly {
		readonly commitmentId: string
		readonly milestoneId: string
		readonly number: string | null
		readonly title: Bilingual
	}[]
}

/**
 * Who missed what, at every checkpoint that was due before a day. A nil report is a report; nothing at all is silence,
 * and a report that came late is not missing. What an amendment ended owes none.
 *
 * Source  our own.
 */
export function reportsDue(
	record: PlanRecord,
	responsible: readonly Responsible[],
	today: CalendarDay,
): ReportsDue {
	const expected = record.checkpoints
		.filter((checkpoint) => checkpoint.dueOn < today)
		.flatMap((checkpoint) =>
			record.commitments
				.filter(({ standing }) => !hasEnded(standing))
				.flatMap((commitment) => expectedAt(checkpoint, commitment, record)),
		)
	const missing = expected.filter((report) => !report.isFiled)
	return {
		expected: expected.length,
		filed: expected.length - missing.length,
		missed: byInstitution(missing, responsible),
	}
}

type Expected = {
	readonly checkpoint: CheckpointView
	readonly commitment: CommitmentRecord
	readonly milestone: CommitmentRecord['milestones'][number]
	readonly isFiled: boolean
}

function expectedAt(
	checkpoint: CheckpointView,
	commitment: CommitmentRecord,
	{ checkpoints }: Pick<PlanRecord, 'checkpoints'>,
): readonly Expected[] {
	const dueOnOf = (code: string) => checkpoints.find((one) => one.code === code)?.dueOn ?? null
	return countedMilestones(commitment)
		.filter((milestone) => isReportExpected(milestone, checkpoint, dueOnOf))
		.map((milestone) => ({
			checkpoint,
			commitment,
			milestone,
			isFiled: milestone.claims.some((claim) => claim.checkpointCode === checkpoint.code),
		}))
}

function byInstitution(
	missing: readonly Expected[],
	responsible: readonly Responsible[],
): readonly MissedReports[] {
	const groups = new Map<string, { readonly head: Omit<MissedReports, 'milestones'>; lines: Expected[] }>()
	for (const report of missing) {
		const { checkpoint, commitment } = report
		const institution = responsible.find((one) => one.commitmentId === commitment.id)?.name ?? {
			en: commitment.leadInstitution,
			id: commitment.leadInstitution,
		}
		const key = JSON.stringify([checkpoint.code, institution.en, institution.id])
		const head = { checkpointCode: checkpoint.code, dueOn: checkpoint.dueOn, institution }
		const group = groups.get(key) ?? { head, lines: [] }
		group.lines.push(report)
		groups.set(key, group)
	}
	return [...groups.values()].map(({ head, lines }) => ({
		...head,
		milestones: lines.map(({ commitment, milestone }) => ({
			commitmentId: commitment.id,
			milestoneId: milestone.id,
			number: milestone.number,
			title: milestone.title,
		})),
	}))
}

/** What the version of a part is kept under. */
export const partKey = {
	text: (section: TextSection) => `text:${section}`,
	recommendations: 'recommendations',
	commitment: (commitmentId: string) => `commitment:${commitmentId}`,
}
