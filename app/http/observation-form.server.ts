import { randomBytes } from 'node:crypto'
import { findPublicPhoto } from '#app/domain/evidence/queries.server.ts'
import { findObserved } from '#app/domain/observation/queries.server.ts'
import { observationForm } from '#app/domain/observation/schema.ts'
import { ticketOf } from '#app/domain/observation/view.ts'
import { namedIn, noteReceived, receivedFile } from './answer-file-form.server.ts'
import { wasRejected } from './answer-form.server.ts'
import type { Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'

/** A milestone to be observed, and what names the form that is handed out with it. */
export async function observationPage(visit: Visit) {
	const { ctx, params } = visit
	return {
		milestone: await findObserved(ctx, ctx.db, idFrom(params.milestoneId)),
		ticket: ticketOf(ctx.now, randomBytes(16).toString('hex')),
		received: receivedFile(visit),
		isRejected: wasRejected(visit),
	}
}

/** The last day on which something on a milestone can have been seen: today where it is. */
export async function observationDay({ ctx, params }: Visit) {
	return (await findObserved(ctx, ctx.db, idFrom(params.milestoneId))).today
}

/** The form of an observation as it is held against its day and the picture that came with it. */
export async function observationSchema(visit: Visit) {
	const { upload, fault } = await namedIn(visit.request.clone())
	const received = upload === null ? null : await findPublicPhoto(visit.ctx, upload)
	if (received) noteReceived(visit, received)
	return observationForm(await observationDay(visit), { received, fault })
}
