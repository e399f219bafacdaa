import { paperHref } from '#app/components/consultation/addresses.ts'
import { publishPaper } from '#app/domain/paper-contribution/commands.server.ts'
import { confirmForm, unlessAlready } from '#app/http/answer-form.server.ts'
import { guardedAction } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { answerPlace } from '#app/http/reasoned-answer.server.ts'

/** Publishes all lines or none; where a line is not good by now, the same page says which and why. */
export const action = guardedAction(['POC', 'SECRETARIAT'], (visit) => {
	const place = answerPlace(visit)
	const previewId = idFrom(visit.params.previewId)
	return confirmForm(visit, async () => {
		await publishPaper(visit.ctx, place, previewId).catch(unlessAlready('changed_meanwhile'))
		return paperHref(visit.locale, place, { previewId })
	})
})
