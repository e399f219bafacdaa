import { randomUUID } from 'node:crypto'
import { deskAnswer } from '#app/domain/desk/schema.ts'
import { publishMemberAct } from '#app/domain/desk/commands.server.ts'
import { findCorrected, findDesk } from '#app/domain/desk/queries.server.ts'
import { deskKindOf } from '#app/domain/member-act/rules.ts'
import type { DeskKind } from '#app/domain/member-act/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { answerForm, shownForm, workspacePage } from './answer-form.server.ts'
import type { Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'

/** The form of an act, new or corrected, as its page shows it. */
export async function deskFormPage(visit: Visit) {
	const { ctx, params } = visit
	const { kind, memberId, corrects } = placeIn(params)
	const [desk, corrected] = await Promise.all([
		findDesk(ctx, memberId),
		corrects === null ? null : findCorrected(ctx, { memberId, kind, recordId: corrects }),
	])
	return workspacePage(visit, { desk, kind, corrected, recordId: randomUUID() })
}

/** What was typed, checked and shown once more; nothing is published. */
export async function checkDeskForm(visit: Visit) {
	const { kind, memberId } = placeIn(visit.params)
	const { today } = await findDesk(visit.ctx, memberId)
	return shownForm(visit, deskAnswer(kind, today), (answer) => Promise.resolve(answer))
}

/** What was checked, published; leads to the receipt. */
export async function publishDeskForm(visit: Visit) {
	const { kind, memberId, corrects } = placeIn(visit.params)
	const { today } = await findDesk(visit.ctx, memberId)
	return answerForm(visit, deskAnswer(kind, today), async ({ said, ...envelope }) => {
		const isOfPage = corrects === null ? envelope.seen === 0 : envelope.recordId === corrects
		if (!isOfPage) throw new Refusal('not_found')
		const { recordId } = await publishMemberAct(visit.ctx, { kind, memberId, said, envelope })
		return `/${visit.locale}/receipts/${recordId}`
	})
}

type Place = {
	readonly kind: DeskKind
	readonly memberId: string
	/** The act that is corrected; null for a new one. */
	readonly corrects: string | null
}

function placeIn(params: Visit['params']): Place {
	const kind = deskKindOf(params.noun ?? '')
	if (kind === null) throw new Refusal('not_found')
	const corrects = params.recordId === 'new' ? null : idFrom(params.recordId)
	return { kind, memberId: idFrom(params.memberId), corrects }
}
