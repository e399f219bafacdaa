import { randomBytes } from 'node:crypto'
import { findConsultation } from '#app/domain/consultation/queries.server.ts'
import { ticketOf } from '#app/domain/observation/view.ts'
import { wasRejected } from './answer-form.server.ts'
import type { Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'

/** A consultation to contribute to, and what names the form that is handed out with it. */
export async function contributionPage(visit: Visit) {
	const { ctx, params } = visit
	return {
		consultation: await findConsultation(ctx, ctx.db, idFrom(params.recordId)),
		ticket: ticketOf(ctx.now, randomBytes(16).toString('hex')),
		isRejected: wasRejected(visit),
	}
}
