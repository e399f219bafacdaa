import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { QuestionView } from '#app/domain/assessment-question/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import { evidenceContent, evidenceRowsFrom, originalSalts } from '#app/domain/evidence/view.ts'
import type { EvidenceView, FileColumns } from '#app/domain/evidence/view.ts'
import { given } from '#app/domain/given.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { Evidence, LocalAssessment } from '#prisma/generated/client.ts'
import { answerFault, assessedLevel } from './rules.ts'
import type { AnswerFault, AssessmentKind, AssessmentPage } from './rules.ts'
import { AssessmentAnswers } from './schema.ts'
import type { AssessmentAnswer, FileRoom } from './schema.ts'

/** A published assessment of a Monitoring Body. */
export type AssessmentView = {
	readonly recordId: string
	readonly version: number
	readonly kind: AssessmentKind
	/** Null where it is about the plan. */
	readonly commitmentId: string | null
	readonly organizationId: string
	readonly organizationName: Bilingual
	readonly questionSet: string
	readonly answers: readonly AssessmentAnswer[]
	/** Completion as the body found it; null where it is not asked or not answered. */
	readonly level: CompletionLevel | null
	/** Members of the body who stand behind it. */
	readonly signedByCount: number
	readonly dueOn: CalendarDay | null
	readonly evidence: readonly EvidenceView[]
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
}

/** What the log seals of an assessment. */
export function assessmentContent(row: LocalAssessment, evidence: readonly Evidence[]) {
	return {
		kind: 'local-assessment.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		planId: row.actionPlanId,
		assessmentKind: row.assessmentKind,
		commitmentId: row.commitmentId,
		organizationId: row.organizationId,
		questionSet: row.questionSet,
		answers: AssessmentAnswers.parse(row.answers),
		...given({ assessedLevel: row.assessedLevel, dueOn: row.dueOn }),
		signedByCount: row.signedByCount,
		evidence: evidenceContent(evidence),
		...privateSeal(row.privateSalt, {
			signatoryIds: z.array(z.string()).parse(row.signatoryIds),
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
			...originalSalts(evidence),
		}),
	}
}

/** Which assessment: of a plan or, at the end of one, of a commitment. */
export type AssessmentPlace = {
	readonly planId: string
	readonly kind: AssessmentKind
	readonly commitmentId: string | null
}

/** A commitment as the pages of an assessment name it. */
export type NamedCommitment = {
	readonly id: string
	readonly number: string | null
	readonly title: Bilingual
}

/** A question with what is given to it so far. */
export type AnsweredQuestion = {
	readonly question: QuestionView
	readonly commitmentId: string | null
	readonly given: AssessmentAnswer | null
	/** Why it cannot be published yet; null where it can. */
	readonly fault: AnswerFault | null
}

/** A page with its answers and the mark by which a form tells that somebody else wrote meanwhile. */
export type AnsweredPage = AssessmentPage<QuestionView> & {
	readonly answers: readonly AnsweredQuestion[]
	readonly stamp: string
}

/** The pages of an assessment with what is given so far. */
export function answeredPages(
	pages: readonly AssessmentPage<QuestionView>[],
	answers: readonly AssessmentAnswer[],
): readonly AnsweredPage[] {
	return pages.map((page) => {
		const own = answersOn(page, answers)
		const answered = page.questions.map((question): AnsweredQuestion => {
			const found = own.find(({ code }) => code === question.code) ?? null
			const fault = answerFault(question, found)
			return { question, commitmentId: page.commitmentId, given: found, fault }
		})
		return { ...page, answers: answered, stamp: stampOf(own) }
	})
}

/** Those among the answers that a page asks for. */
export function answersOn(
	page: AssessmentPage<QuestionView>,
	answers: readonly AssessmentAnswer[],
): readonly AssessmentAnswer[] {
	const codes = page.questions.map(({ code }) => code)
	return answers.filter((one) => codes.includes(one.code) && (one.commitmentId ?? null) === page.commitmentId)
}

/** A short mark of what a page's answers say: two people who write other pages are not in each other's way. */
export function stampOf(answers: readonly AssessmentAnswer[]): string {
	const said = answers.map((one) => [
		one.code,
		one.answer,
		one.explanationEn,
		one.explanationId,
		one.references,
	])
	return createHash('sha256').update(JSON.stringify(said.sort())).digest('hex').slice(0, 16)
}

/** A member of the body, and whether they stand behind the draft as it is now. */
export type BodyMember = {
	readonly personId: string
	readonly name: string
	readonly isSigned: boolean
	readonly isYou: boolean
}

/** An assessment with all that those who write it need. */
export type AssessmentDesk = {
	readonly place: AssessmentPlace
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly member: MemberView
	/** The commitment that it is about; null where it is about the plan. */
	readonly commitment: NamedCommitment | null
	readonly commitments: readonly NamedCommitment[]
	readonly organization: { readonly id: string; readonly name: Bilingual }
	readonly questionSet: string
	readonly pages: readonly AnsweredPage[]
	readonly pieces: readonly DraftPiece[]
	readonly files: FileRoom & { readonly most: number }
	/** Of the draft; 0 where nothing was written since the last publication. */
	readonly version: number
	readonly dueOn: CalendarDay | null
	readonly today: CalendarDay
	readonly published: {
		readonly recordId: string
		readonly version: number
		readonly publishedOn: CalendarDay
		readonly signedByCount: number
	} | null
	readonly members: readonly BodyMember[]
}

/** The rows that a draft becomes. */
export type AssessmentPublishing = {
	readonly recordId: string
	readonly version: number
	readonly place: AssessmentPlace
	readonly organizationId: string
	readonly questionSet: string
	readonly questions: readonly QuestionView[]
	readonly pages: readonly AnsweredPage[]
	readonly pieces: readonly DraftPiece[]
	readonly files: ReadonlyMap<string, FileColumns>
	readonly signatoryIds: readonly string[]
	readonly dueOn: CalendarDay | null
	readonly personId: string
	readonly at: Date
	readonly salts: Pick<LocalAssessment, 'salt' | 'privateSalt'>
}

/** An assessment as it is stored once it is published: answers in the order of the questions, and its evidence. */
export function assessmentRowsFrom(from: AssessmentPublishing) {
	const { recordId, version, place, pages, questions, personId, at } = from
	const answers = pages.flatMap((page) => page.answers.flatMap((one) => one.given ?? []))
	const row = {
		recordId,
		version,
		actionPlanId: place.planId,
		assessmentKind: place.kind,
		commitmentId: place.commitmentId,
		organizationId: from.organizationId,
		questionSet: from.questionSet,
		answers,
		assessedLevel: assessedLevel(questions, answers),
		signedByCount: from.signatoryIds.length,
		signatoryIds: [...from.signatoryIds].sort(),
		dueOn: from.dueOn,
		actorOrganizationId: from.organizationId,
		submittedById: personId,
		publishedOn: utcDay(at),
		publishedAt: at,
		...from.salts,
	} satisfies LocalAssessment
	const publisher = { files: from.files, personId, at }
	const { evidence, readers } = evidenceRowsFrom({ recordId, version }, from.pieces, publisher)
	return { kind: 'local-assessment.published' as const, row, evidence, readers }
}
