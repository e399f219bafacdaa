import { randomUUID } from 'node:crypto'
import { addedFileAnswer } from '#app/domain/desk-file/schema.ts'
import { findFilesShown } from '#app/domain/desk-file/queries.server.ts'
import { deskAnswer } from '#app/domain/desk/schema.ts'
import type { DeskAnswer } from '#app/domain/desk/schema.ts'
import { publishMemberAct } from '#app/domain/desk/commands.server.ts'
import { findCorrected, findDesk } from '#app/domain/desk/queries.server.ts'
import { findReceivedFile } from '#app/domain/evidence/queries.server.ts'
import { deskKindOf } from '#app/domain/member-act/rules.ts'
import type { DeskKind } from '#app/domain/member-act/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { namedIn, noteReceived, receivedFile } from './answer-file-form.server.ts'
import { answerForm, shownForm, workspacePage } from './answer-form.server.ts'
import type { Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'
import { positionFrom } from './position-from.ts'

/** The form of an act, new or corrected, as its page shows it. */
export async function deskFormPage(visit: Visit) {
	const { ctx, params } = visit
	const { kind, memberId, corrects } = placeIn(params)
	const [desk, corrected] = await Promise.all([
		findDesk(ctx, memberId),
		corrects === null ? null : findCorrected(ctx, { memberId, kind, recordId: corrects }),
	])
	const received = receivedFile(visit)
	return workspacePage(visit, { desk, kind, corrected, received, recordId: randomUUID() })
}

/** What was typed, checked and shown once more with its files; nothing is published. */
export async function checkDeskForm(visit: Visit) {
	const { form, shown } = await groundOf(visit)
	return shownForm(visit, form, shown)
}

/** The same, without the file at a place among those that were added. */
export async function dropDeskFile(visit: Visit) {
	const { form, shown } = await groundOf(visit)
	const position = positionFrom(visit.params.position)
	return shownForm(visit, form, (answer) =>
		shown({ ...answer, files: answer.files.filter((_file, at) => at !== position) }),
	)
}

/** The same, with one more file: it came in by the door for uploads. */
export async function addDeskFile(visit: Visit) {
	const { form, shown } = await groundOf(visit)
	const { upload, fault } = await namedIn(visit.request.clone())
	const received = upload === null ? null : await findReceivedFile(visit.ctx, upload)
	if (received) noteReceived(visit, received)
	return shownForm(visit, addedFileAnswer(form, { today: '', received, fault }), shown)
}

/** What was checked, published with its files; leads to the receipt. */
export async function publishDeskForm(visit: Visit) {
	const { form, place } = await groundOf(visit)
	const { kind, memberId, corrects } = place
	return answerForm(visit, form, async ({ said, ...envelope }) => {
		const isOfPage = corrects === null ? envelope.seen === 0 : envelope.recordId === corrects
		if (!isOfPage) throw new Refusal('not_found')
		const { recordId } = await publishMemberAct(visit.ctx, { kind, memberId, said, envelope })
		return `/${visit.locale}/receipts/${recordId}`
	})
}

/** The form of an address as it is checked today, and how what it says is shown with its files. */
async function groundOf({ ctx, params }: Visit) {
	const place = placeIn(params)
	const { kind, memberId, corrects } = place
	const { today } = await findDesk(ctx, memberId)
	const corrected =
		corrects === null ? null : await findCorrected(ctx, { memberId, kind, recordId: corrects })
	const before = corrected?.pieces ?? []
	const shown = async (answer: DeskAnswer) => {
		const { pieces, files, gone } = await findFilesShown(ctx, { ...answer, before })
		return { answer: { ...answer, files }, pieces, gone }
	}
	return { place, form: deskAnswer(kind, today, before.length), shown }
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
