import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CheckCoding } from '#app/components/coding/check-coding.tsx'
import { CodingQuestion } from '#app/components/coding/coding-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { checkCoding } from '#app/domain/irm-coding/commands.server.ts'
import { findCodingDesk } from '#app/domain/irm-coding/queries.server.ts'
import { codingAnswer } from '#app/domain/irm-coding/schema.ts'
import { shownForm, workspacePage } from '#app/http/answer-form.server.ts'
import { codingPlaceFrom } from '#app/http/coding-place-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['IRM'], async (visit) => {
	const place = codingPlaceFrom(visit.params)
	const desk = await findCodingDesk(visit.ctx.db, visit.ctx, place)
	return workspacePage(visit, { desk, place, corrects: visit.url.searchParams.get('corrects') })
})

/** A coding has no draft: what was typed comes back with the page, and is sent once more to be published. */
export const action = guardedAction(['IRM'], (visit) => {
	const place = codingPlaceFrom(visit.params)
	return shownForm(visit, codingAnswer(place.indicator), async (answer) => {
		await checkCoding(visit.ctx, place, answer)
		return answer
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('irm-coding.check.title'))

export default function CodingCheck() {
	const { desk, place, person, corrects } = useLoaderData<typeof loader>()
	const shown = useActionData<typeof action>()
	if (shown && 'shown' in shown)
		return <CheckCoding desk={desk} place={place} person={person} answer={shown.shown} />
	return <CodingQuestion desk={desk} place={place} person={person} corrects={corrects} rejected={shown} />
}
