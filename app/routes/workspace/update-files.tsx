import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { updatePreviewHref } from '#app/components/plan-file/addresses.ts'
import { UpdateFiles } from '#app/components/plan-file/update-files.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { keepUpdates } from '#app/domain/update-file/commands.server.ts'
import { listOpenUpdates } from '#app/domain/update-file/queries.server.ts'
import { codeChoices } from '#app/export/code-choices.ts'
import { noteRejection, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { SAY } from '#app/http/plan-file-answer.server.ts'
import { tableFormOf } from '#app/http/table-file.server.ts'
import { readUpdateTemplate } from '#app/import/read-update-template.ts'

export const loader = guardedLoader(['IMPLEMENTER'], async (visit) =>
	workspacePage(visit, { open: (await listOpenUpdates(visit.ctx)).length }),
)

/** Reads a file in a dry run. What is wrong with the file as a whole is said on the same page (422). */
export const action = guardedAction(['IMPLEMENTER'], async (visit) => {
	const form = await tableFormOf(visit)
	const { rows, problems } = readUpdateTemplate(form.bytes, codeChoices(SAY))
	if (problems.length > 0) {
		noteRejection(visit)
		return json({ problems }, { status: 422 })
	}
	const { id } = await keepUpdates(visit.ctx, form.name, rows)
	return redirect(updatePreviewHref(visit.locale, id), 303)
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('update-file.title'))

export default function UpdateFilesPage() {
	const rejected = useActionData<typeof action>()
	return <UpdateFiles {...useLoaderData<typeof loader>()} problems={rejected?.problems ?? []} />
}
