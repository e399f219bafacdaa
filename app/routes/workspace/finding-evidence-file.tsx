import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { CSO_ROLES } from '#app/access/policy.ts'
import { findingHref } from '#app/components/workspace/addresses.ts'
import { FindingEvidenceFile } from '#app/components/workspace/finding-evidence-file.tsx'
import sendFile from '#app/components/workspace/send-file.ts?worker&url'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { addFindingFile } from '#app/domain/verification/commands.server.ts'
import { findFinding } from '#app/domain/verification/queries.server.ts'
import { nextStep } from '#app/domain/verification/rules.ts'
import { findingFileAnswer } from '#app/domain/verification/schema.ts'
import { answerFileForm, receivedFile } from '#app/http/answer-file-form.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** Where scripts run, a file is sent as soon as it is chosen, with its progress; the page does without. */
export const handle = { scripts: sendFile }

export const loader = guardedLoader(CSO_ROLES, async (visit) =>
	workspacePage(visit, {
		view: await findFinding(visit.ctx, idFrom(visit.params.draftId)),
		received: receivedFile(visit),
	}),
)

export const action = guardedAction(CSO_ROLES, (visit) => {
	const id = idFrom(visit.params.draftId)
	return answerFileForm(visit, findingFileAnswer, async (answer) => {
		await addFindingFile(visit.ctx, id, answer)
		const { faults } = await findFinding(visit.ctx, id)
		return findingHref(visit.locale, id, nextStep(faults))
	})
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('finding.evidence.title'))

export default function FindingEvidenceFilePage() {
	return <FindingEvidenceFile {...useLoaderData<typeof loader>()} rejected={useActionData<typeof action>()} />
}
