import { randomBytes } from 'node:crypto'
import { findObserved } from '#app/domain/observation/queries.server.ts'
import { ticketOf } from '#app/domain/observation/view.ts'
import { wasRejected } from './answer-form.server.ts'
import type { Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'

/** A milestone to be observed, and what names the form that is handed out with it. */
export async function observationPage(visit: Visit) {
	const { ctx, params } = visit
	return {
		milestone: await findObserved(ctx, ctx.db, idFrom(params.milestoneId)),
		ticket: ticketOf(ctx.now, randomBytes(16).toString('hex')),
		isRejected: wasRejected(visit),
	}
}

/** The last day on which something on a milestone can have been seen: today where it is. */
export async function observationDay({ ctx, params }: Visit) {
	return (await findObserved(ctx, ctx.db, idFrom(params.milestoneId))).today
}
