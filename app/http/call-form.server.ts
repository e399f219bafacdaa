import { json } from '@remix-run/node'
import { publishCallVersion } from '#app/domain/call-version/commands.server.ts'
import { findCallBase, previewCallVersion } from '#app/domain/call-version/queries.server.ts'
import { callAnswerFrom, callForm } from '#app/domain/call-version/schema.ts'
import type { CallVersionPreview } from '#app/domain/call-version/view.ts'
import { answerForm, shownForm, workspacePage } from './answer-form.server.ts'
import type { Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'

/** The form of a call, or of another version of one, as its page shows it. */
export async function callFormPage(visit: Visit) {
	return workspacePage(visit, { base: await findCallBase(visit.ctx, callIdOf(visit)) })
}

/** What was typed, checked, with all that it would change; nothing is published. */
export async function checkCallForm(visit: Visit) {
	const seen: { preview: CallVersionPreview | null } = { preview: null }
	const answered = await shownForm(visit, await schemaOf(visit), async (typed) => {
		seen.preview = await previewCallVersion(visit.ctx, callIdOf(visit), callAnswerFrom(typed))
		return typed
	})
	const answer = await answered.json()
	return json({ ...answer, preview: seen.preview }, { status: answered.status })
}

/** What was checked, to be changed once more. */
export async function changeCallForm(visit: Visit) {
	return shownForm(visit, await schemaOf(visit), (typed) => Promise.resolve(typed))
}

/** What was checked, published; leads to the receipt. */
export async function publishCallForm(visit: Visit) {
	return answerForm(visit, await schemaOf(visit), async (typed) => {
		const { recordId } = await publishCallVersion(visit.ctx, callIdOf(visit), callAnswerFrom(typed))
		return `/${visit.locale}/receipts/${recordId}`
	})
}

/** Null for a call that is not there yet. */
function callIdOf({ params }: Visit): string | null {
	return params.callId === undefined ? null : idFrom(params.callId)
}

async function schemaOf(visit: Visit) {
	const { fieldSets } = await findCallBase(visit.ctx, callIdOf(visit))
	return callForm({
		thisYear: visit.ctx.now.getUTCFullYear(),
		fieldSetIds: fieldSets.map(({ id }) => id),
		isNew: callIdOf(visit) === null,
	})
}
