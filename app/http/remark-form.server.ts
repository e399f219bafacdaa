import { randomUUID } from 'node:crypto'
import { correctRemark, publishRemark } from '#app/domain/expectation-remark/commands.server.ts'
import { findCorrectedRemark, findRemarkDesk } from '#app/domain/expectation-remark/queries.server.ts'
import type { RemarkKind } from '#app/domain/expectation-remark/rules.ts'
import { RemarkAnswer, RemarkCorrection } from '#app/domain/expectation-remark/schema.ts'
import { answerForm, shownForm, workspacePage } from './answer-form.server.ts'
import type { Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'

/** The form of a remark, beside the levels as they are computed now. */
export async function remarkPage(visit: Visit, kind: RemarkKind) {
	const desk = await findRemarkDesk(visit.ctx, kind, idFrom(visit.params.memberId))
	return workspacePage(visit, { desk, recordId: randomUUID() })
}

/** What was typed, checked and shown once more; nothing is published. */
export async function checkRemark(visit: Visit, kind: RemarkKind) {
	await findRemarkDesk(visit.ctx, kind, idFrom(visit.params.memberId))
	return shownForm(visit, RemarkAnswer, (answer) => Promise.resolve(answer))
}

/** What was checked, published; leads to the receipt. */
export function publishCheckedRemark(visit: Visit, kind: RemarkKind) {
	return answerForm(visit, RemarkAnswer, async (answer) => {
		const memberId = idFrom(visit.params.memberId)
		const { recordId } = await publishRemark(visit.ctx, { kind, memberId, answer })
		return `/${visit.locale}/receipts/${recordId}`
	})
}

/** A remark before its author corrects it. */
export async function correctedRemarkPage(visit: Visit) {
	return workspacePage(visit, { remark: await findCorrectedRemark(visit.ctx, remarkPlace(visit)) })
}

/** A correction as it was typed, to be shown once more; nothing is published. */
export async function checkCorrection(visit: Visit) {
	await findCorrectedRemark(visit.ctx, remarkPlace(visit))
	return shownForm(visit, RemarkCorrection, (answer) => Promise.resolve(answer))
}

/** A correction that was checked, published; leads to the receipt. */
export function publishCorrection(visit: Visit) {
	return answerForm(visit, RemarkCorrection, async (answer) => {
		const { recordId } = await correctRemark(visit.ctx, { ...remarkPlace(visit), answer })
		return `/${visit.locale}/receipts/${recordId}`
	})
}

function remarkPlace({ params }: Visit) {
	return { memberId: idFrom(params.memberId), recordId: idFrom(params.recordId) }
}
