import { clockTimeIn } from '#app/domain/calendar.ts'
import { keepTypedAnswer } from '#app/domain/progress-update/commands.server.ts'
import { findTask } from '#app/domain/progress-update/queries.server.ts'
import { TypedAnswer } from '#app/domain/progress-update/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { guardedAction, guardedLoader, refuse } from '#app/http/guard.server.ts'
import type { Visit } from '#app/http/guard.server.ts'
import { conflictStatus, draftTag, matchedVersion } from '#app/http/if-match.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { taskKeyFrom } from '#app/http/task-key-from.ts'

/** The texts of a report that are stored, with the tag under which they may be changed. */
export const loader = guardedLoader(['IMPLEMENTER'], async (visit) => {
	const { draft, answers } = await findTask(visit.ctx, taskKeyFrom(visit.params))
	const version = draft?.version ?? 0
	const texts = { done: answers.done, nextStep: answers.further.nextStep }
	return Response.json({ version, ...texts }, { headers: tagged(version) })
})

/** Keeps texts while they are typed. */
export const action = guardedAction(['IMPLEMENTER'], async (visit) => {
	const form = await parseForm(visit.request, TypedAnswer)
	if (!form.ok) throw refuse(422, 'bad_form', { requestId: visit.ctx.requestId, locale: visit.locale })
	const key = taskKeyFrom(visit.params)
	const seen = matchedVersion(visit.request, form.value.version)
	try {
		if (seen === null) throw new Refusal('changed_meanwhile')
		const { version } = await keepTypedAnswer(visit.ctx, key, { ...form.value, version: seen })
		const { timeZone } = await findTask(visit.ctx, key)
		return Response.json(
			{ version, time: clockTimeIn(timeZone, visit.ctx.now) },
			{ headers: tagged(version) },
		)
	} catch (thrown) {
		throw conflictOf(thrown, visit)
	}
})

function conflictOf(thrown: unknown, { request, ctx, locale }: Visit): unknown {
	if (!(thrown instanceof Refusal) || thrown.reason !== 'changed_meanwhile') return thrown
	return refuse(conflictStatus(request), thrown.reason, { requestId: ctx.requestId, locale })
}

function tagged(version: number) {
	return { ETag: draftTag(version), 'Cache-Control': 'no-store' }
}
