import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { assessEvidenceHref } from '#app/components/assessment/addresses.ts'
import { FileQuestion } from '#app/components/assessment/evidence-questions.tsx'
import sendFile from '#app/components/workspace/send-file.ts?worker&url'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { addAnswerFile } from '#app/domain/local-assessment/commands/write-draft.server.ts'
import { findAnswer } from '#app/domain/local-assessment/queries.server.ts'
import { answerFile } from '#app/domain/local-assessment/schema.ts'
import { answerFileForm, receivedFile } from '#app/http/answer-file-form.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { assessPlaceFrom, codeAndCommitmentFrom } from '#app/http/assess-place-from.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

/** Where scripts run, a file is sent as soon as it is chosen, with its progress; the page does without. */
export const handle = { scripts: sendFile }

export const loader = guardedLoader(['MONITORING_BODY'], async (visit) => {
	const part = codeAndCommitmentFrom(visit.params.part)
	const found = await findAnswer(visit.ctx, assessPlaceFrom(visit.params), part)
	return workspacePage(visit, { ...found, received: receivedFile(visit) })
})

export const action = guardedAction(['MONITORING_BODY'], async (visit) => {
	const place = assessPlaceFrom(visit.params)
	const part = codeAndCommitmentFrom(visit.params.part)
	const { desk } = await findAnswer(visit.ctx, place, part)
	return answerFileForm(
		visit,
		(arrival) => answerFile(arrival, desk.files),
		async (answer) => {
			await addAnswerFile(visit.ctx, place, { ...answer, part })
			return assessEvidenceHref(visit.locale, place, part)
		},
	)
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('assessment.evidence.question'))

export default function AssessmentEvidenceFileAnother() {
	return <FileQuestion {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
