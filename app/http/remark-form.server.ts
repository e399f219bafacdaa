import { randomUUID } from 'node:crypto'
import { publishRemark } from '#app/domain/expectation-remark/commands.server.ts'
import { findRemarkDesk } from '#app/domain/expectation-remark/queries.server.ts'
import type { RemarkKind } from '#app/domain/expectation-remark/rules.ts'
import { RemarkAnswer } from '#app/domain/expectation-remark/schema.ts'
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
