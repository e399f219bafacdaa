import { idWithin } from '#app/domain/action-plan/schema.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import { annexedComment, commentOnDesk } from '#app/domain/assessment-comment/view.ts'
import { addDays } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Responsible } from '#app/domain/readiness/rules.ts'
import { commentWindow } from '#app/domain/self-assessment/rules.ts'
import { NOTHING_WRITTEN } from '#app/domain/self-assessment/schema.ts'
import type { SelfAssessmentAnswers } from '#app/domain/self-assessment/schema.ts'
import { assessmentModel, modelHash, modelText } from '#app/domain/self-assessment/view.ts'
import type { AssessmentHead } from '#app/domain/self-assessment/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import type { TableRows } from '#app/ledger/insert.server.ts'
import type { SelfAssessmentComment } from '#prisma/generated/client.ts'
import { noonOf, published } from './demonstration-acts.ts'
import { COMMENTS, COMMITMENT_ANSWERS, SECTION_TEXTS } from './demonstration-answers.ts'
import { holderOf } from './demonstration-people.ts'
import { DEMONSTRATION_PLAN } from './demonstration-plan.ts'
import type { Text } from './demonstration-texts.ts'

const SECRETARIAT = 'contoh-sekretariat'
const RECORD_ID = idWithin(DEMONSTRATION_PLAN, 'mid-term')
/** Days before today on which it was opened for comment and became final, and for how many days it was open. */
const OPENED_DAYS_AGO = 40
const FINAL_DAYS_AGO = 12
const OPEN_DAYS = 14

/** What the self-assessment is worked out from: the plan's record as it stood on a day. */
export type AssessedWorld = {
	readonly today: CalendarDay
	readonly timeZone: string
	readonly responsible: readonly Responsible[]
	readonly recordOn: (day: CalendarDay) => PlanRecord
}

/** The mid-term self-assessment: opened for comment, commented, answered and final; its acts and what lies beside them. */
export function demonstrationAssessment({ today, timeZone, responsible, recordOn }: AssessedWorld): {
	readonly acts: readonly ActRows[]
	readonly tables: readonly TableRows[]
} {
	const openedOn = addDays(today, -OPENED_DAYS_AGO)
	const finalOn = addDays(today, -FINAL_DAYS_AGO)
	const { opensOn, closesOn } = commentWindow(openedOn, OPEN_DAYS)
	const comments = commentRows(openedOn, finalOn)
	const annex = comments.flatMap((row) => annexedComment(commentOnDesk(row, timeZone)) ?? [])
	const act = (version: number, { asOfOn, ...head }: Omit<AssessmentHead, 'assessmentKind' | Window>) => {
		const sources = { record: recordOn(asOfOn), responsible, claimDates: new Map() }
		const window = { commentOpensOn: opensOn, commentClosesOn: closesOn }
		const all = { assessmentKind: 'MID_TERM' as const, asOfOn, ...window, ...head }
		const model = modelText(assessmentModel(sources, ANSWERS, all))
		const people = {
			submittedById: holderOf(SECRETARIAT, 'SECRETARIAT'),
			approvedById: head.stage === 'FINAL' ? holderOf(SECRETARIAT, 'POC') : null,
		}
		const frozen = { model, modelHash: modelHash(model), stage: head.stage, ...window, ...people }
		const of = { recordId: RECORD_ID, actionPlanId: DEMONSTRATION_PLAN, kind: 'MID_TERM' }
		const row = { ...of, ...frozen, ...published(SECRETARIAT, asOfOn), version }
		return { kind: 'self-assessment.published' as const, row }
	}
	return {
		acts: [
			act(1, { stage: 'COMMENT', asOfOn: openedOn, comments: null }),
			act(2, { stage: 'FINAL', asOfOn: finalOn, comments: annex }),
		],
		tables: [
			['SelfAssessmentDraft', [draftRow(openedOn, finalOn)]],
			['SelfAssessmentComment', comments],
		],
	}
}

type Window = 'commentOpensOn' | 'commentClosesOn'

const both = ([en, id]: Text) => ({ en, id, notTranslated: false })

const ANSWERS: SelfAssessmentAnswers = {
	...NOTHING_WRITTEN,
	texts: Object.fromEntries(Object.entries(SECTION_TEXTS).map(([section, text]) => [section, both(text)])),
	noRecommendations: true,
	commitments: Object.fromEntries(
		Object.entries(COMMITMENT_ANSWERS).map(([key, { level, results, next }]) => [
			idWithin(DEMONSTRATION_PLAN, key),
			{ level, results: both(results), next: both(next), contact: null },
		]),
	),
}

function draftRow(openedOn: CalendarDay, finalOn: CalendarDay) {
	return {
		id: RECORD_ID,
		actionPlanId: DEMONSTRATION_PLAN,
		kind: 'MID_TERM',
		organizationId: SECRETARIAT,
		answers: ANSWERS,
		version: 1,
		createdById: holderOf(SECRETARIAT, 'SECRETARIAT'),
		createdAt: noonOf(openedOn),
		updatedAt: noonOf(finalOn),
	}
}

/** The first comment came two days after it was opened, the next three days after that. */
function commentRows(openedOn: CalendarDay, finalOn: CalendarDay): readonly SelfAssessmentComment[] {
	return COMMENTS.map(({ organization, locale, body, disposition, answer }, at) => ({
		id: `${RECORD_ID}-c${String(at + 1)}`,
		recordId: RECORD_ID,
		position: at + 1,
		author: null,
		organization,
		body,
		locale,
		createdAt: noonOf(addDays(openedOn, 2 + 3 * at)),
		disposition,
		answerEn: answer[0],
		answerId: answer[1],
		answeredById: holderOf(SECRETARIAT, 'SECRETARIAT'),
		answeredAt: noonOf(addDays(finalOn, -2)),
		version: 2,
	}))
}
