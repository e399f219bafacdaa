import { PageAsked } from '#app/domain/observation/schema.ts'
import { publishAnswers } from '#app/domain/reasoned-answer/commands.server.ts'
import { findAnswered, findAnswerQueue } from '#app/domain/reasoned-answer/queries.server.ts'
import { AnswerForm } from '#app/domain/reasoned-answer/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { answerForm, shownForm, workspacePage } from './answer-form.server.ts'
import type { Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'
import { readQuery } from './read-query.ts'

/** Whose consultation the address is about. */
export function answerPlace({ params }: Visit) {
	return { memberId: idFrom(params.memberId), consultationId: idFrom(params.recordId) }
}

/** The contributions that wait for an answer, as the address asks for them. */
export async function answerQueue(visit: Visit) {
	return findAnswerQueue(visit.ctx, answerPlace(visit), readQuery(visit.url, PageAsked).value.page)
}

/** One contribution as its answer is written. */
export async function oneAnswerPage(visit: Visit) {
	const id = idFrom(visit.params.contributionId)
	return workspacePage(visit, { answered: await findAnswered(visit.ctx, answerPlace(visit), [id]) })
}

/** What was typed, to be shown once more; nothing is published. */
export async function checkAnswer(visit: Visit) {
	return shownForm(visit, AnswerForm, async (answer) => {
		refuseAnother(visit, answer)
		await findAnswered(visit.ctx, answerPlace(visit), answer.contributionIds)
		return answer
	})
}

/** What was checked, published; leads to the receipt. */
export async function publishOneAnswer(visit: Visit) {
	return answerForm(visit, AnswerForm, async (answer) => {
		refuseAnother(visit, answer)
		const [published] = await publishAnswers(visit.ctx, answerPlace(visit), answer)
		return `/${visit.locale}/receipts/${published?.recordId ?? ''}`
	})
}

/** Under the address of one contribution, that one alone is answered. */
function refuseAnother({ params }: Visit, { contributionIds }: AnswerForm): void {
	if (params.contributionId === undefined) return
	const id = idFrom(params.contributionId)
	if (contributionIds.some((one) => one !== id)) throw new Refusal('not_found')
}
