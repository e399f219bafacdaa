import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CodingQuestion } from '#app/components/coding/coding-question.tsx'
import { receiptHref } from '#app/components/workspace/addresses.ts'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { publishCoding } from '#app/domain/irm-coding/commands.server.ts'
import { findCodingDesk } from '#app/domain/irm-coding/queries.server.ts'
import { codingAnswer } from '#app/domain/irm-coding/schema.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { codingPlaceFrom } from '#app/http/coding-place-from.ts'
import { confirmedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['IRM'], async (visit) => {
	const place = codingPlaceFrom(visit.params)
	const desk = await findCodingDesk(visit.ctx.db, visit.ctx, place)
	return workspacePage(visit, { desk, place, corrects: visit.url.searchParams.get('corrects') })
})

export const action = confirmedAction(['IRM'], (visit) => {
	const place = codingPlaceFrom(visit.params)
	return answerForm(visit, codingAnswer(place.indicator), async (answer) => {
		const { recordId } = await publishCoding(visit.ctx, place, answer)
		return receiptHref(visit.locale, recordId)
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('irm-coding.title'))

export default function CodingPublish() {
	const { desk, place, person, corrects } = useLoaderData<typeof loader>()
	const shown = useActionData<typeof action>()
	return <CodingQuestion desk={desk} place={place} person={person} corrects={corrects} rejected={shown} />
}
