import { json } from '@remix-run/node'
import type { TypedResponse } from '@remix-run/node'
import type { z } from 'zod'
import { Refusal } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { answerForm, noteRejection, wasRejected } from './answer-form.server.ts'
import type { Rejection } from './answer-form.server.ts'
import { STATUS_OF } from './guard.server.ts'
import type { Visit } from './guard.server.ts'
import { conflictStatus } from './if-match.server.ts'

/** Refusals after which the form cannot be sent at all: what was typed is given back to the person, to take elsewhere. */
const PLACE_LOST: readonly RefusalReason[] = [
	'not_found',
	'not_allowed',
	'checkpoint_locked',
	'checkpoint_not_open',
	'draft_already_submitted',
]

/**
 * Takes a form of long texts to a command, like `answerForm`. Where the report was closed, sent or passed to another
 * institution while somebody wrote, the answer still carries what was typed.
 */
export async function answerTypedForm<Schema extends z.ZodType>(
	visit: Visit,
	schema: Schema,
	run: (value: z.output<Schema>) => Promise<string>,
): Promise<TypedResponse<Rejection>> {
	let typed: unknown = null
	try {
		const answered = await answerForm(visit, schema, (value) => {
			typed = value
			return run(value)
		})
		if (answered.status !== 409) return answered
		return json(await answered.json(), { status: conflictStatus(visit.request) })
	} catch (thrown) {
		if (!(thrown instanceof Refusal) || !PLACE_LOST.includes(thrown.reason)) throw thrown
		noteRejection(visit)
		const initialValue = typeof typed === 'object' && typed !== null ? { ...typed } : null
		const rejection: Rejection = { reply: { status: 'error', initialValue }, reason: thrown.reason }
		return json(rejection, { status: STATUS_OF[thrown.reason] })
	}
}

/** What a page is about; null where it was lost while somebody filled in its form, so that the page can give the text back. */
export async function unlessLost<Facts>(visit: Visit, facts: Promise<Facts>): Promise<Facts | null> {
	try {
		return await facts
	} catch (thrown) {
		if (thrown instanceof Refusal && wasRejected(visit)) return null
		throw thrown
	}
}
