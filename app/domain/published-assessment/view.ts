import type { QuestionView } from '#app/domain/assessment-question/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { pagesOf, partOf } from '#app/domain/local-assessment/rules.ts'
import type { AssessmentAnswer } from '#app/domain/local-assessment/schema.ts'
import type { AssessmentView, NamedCommitment } from '#app/domain/local-assessment/view.ts'
import type { EvidenceView } from '#app/domain/evidence/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'

/** One version of an assessment with the questions it answers and where it belongs. */
export type PublishedAssessment = {
	readonly assessment: AssessmentView
	readonly questions: readonly QuestionView[]
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly member: MemberView
	/** All commitments of the plan, also those that have ended since. */
	readonly commitments: readonly NamedCommitment[]
	/** Day in the member's time zone on which it was first published: that day counts for its deadline. */
	readonly firstOn: CalendarDay
	readonly newestVersion: number
	readonly versions: readonly number[]
	readonly ledgerSize: number
}

/** A question of an assessment with its answer and the evidence put forward for it. */
export type ShownAnswer = {
	readonly question: QuestionView
	/** Null where nothing was answered. */
	readonly given: AssessmentAnswer | null
	readonly evidence: readonly EvidenceView[]
}

/** A section or, where it is asked of each, a section about one commitment. */
export type ShownPage = {
	readonly section: string
	readonly title: Bilingual
	/** Null where it is about the plan, or about the one commitment of the whole assessment. */
	readonly commitment: NamedCommitment | null
	readonly answers: readonly ShownAnswer[]
}

/** Whether it was published after its last day; null where no last day is known. */
export function isLate({
	assessment,
	firstOn,
}: Pick<PublishedAssessment, 'assessment' | 'firstOn'>): boolean | null {
	return assessment.dueOn === null ? null : firstOn > assessment.dueOn
}

/** All answers in OGP's order, with the evidence for each; what is put forward for none stands apart. */
export function shownPages({
	assessment,
	questions,
	commitments,
}: Pick<PublishedAssessment, 'assessment' | 'questions' | 'commitments'>): readonly ShownPage[] {
	const answered = new Set(assessment.answers.map(({ commitmentId }) => commitmentId))
	const asked = commitments.filter(({ id }) => answered.has(id)).map(({ id }) => id)
	return pagesOf(questions, asked).map(({ section, commitmentId, questions: own }) => ({
		section,
		title: own[0]?.sectionTitle ?? { en: null, id: null },
		commitment: commitments.find(({ id }) => id === commitmentId) ?? null,
		answers: own.map((question) => ({
			question,
			given:
				assessment.answers.find(
					(one) => one.code === question.code && (one.commitmentId ?? null) === commitmentId,
				) ?? null,
			evidence: evidenceFor(assessment, partOf(question.code, commitmentId)),
		})),
	}))
}

/** Protected pieces do not tell which answer they are for. */
export function unplacedEvidence({ evidence }: AssessmentView): readonly EvidenceView[] {
	return evidence.filter((piece) => piece.visibility === 'PROTECTED' || piece.part === undefined)
}

function evidenceFor({ evidence }: AssessmentView, part: string): readonly EvidenceView[] {
	return evidence.filter((piece) => piece.visibility !== 'PROTECTED' && piece.part === part)
}
