import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CodingQuestion } from '#app/components/coding/coding-question.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
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

/** Back from the check: the same question with what was typed. Nothing is stored yet. */
export const action = guardedAction(['IRM'], (visit) =>
	shownForm(visit, codingAnswer(codingPlaceFrom(visit.params).indicator), (answer) =>
		Promise.resolve(answer),
	),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('irm-coding.title'))

export default function CodingPage() {
	const { desk, place, person, corrects } = useLoaderData<typeof loader>()
	const shown = useActionData<typeof action>()
	return shown && 'shown' in shown ? (
		<CodingQuestion desk={desk} place={place} person={person} corrects={corrects} typed={shown.shown} />
	) : (
		<CodingQuestion desk={desk} place={place} person={person} corrects={corrects} rejected={shown} />
	)
}
