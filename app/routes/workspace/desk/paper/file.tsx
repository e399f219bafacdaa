import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { paperHref } from '#app/components/consultation/addresses.ts'
import { PaperPage } from '#app/components/consultation/paper-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { keepPaper } from '#app/domain/paper-contribution/commands.server.ts'
import { findPaperDesk } from '#app/domain/paper-contribution/queries.server.ts'
import { noteRejection, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { readPaperFile } from '#app/http/paper-file.server.ts'
import { answerPlace } from '#app/http/reasoned-answer.server.ts'
import { tableFormOf } from '#app/http/table-file.server.ts'

export const loader = guardedLoader(['POC', 'SECRETARIAT'], async (visit) =>
	workspacePage(visit, await findPaperDesk(visit.ctx, answerPlace(visit))),
)

/** Reads a file in a dry run. What is wrong with the file as a whole is said on the same page (422). */
export const action = guardedAction(['POC', 'SECRETARIAT'], async (visit) => {
	const place = answerPlace(visit)
	const form = await tableFormOf(visit)
	const { rows, problems } = readPaperFile(form.bytes)
	if (problems.length > 0) {
		noteRejection(visit)
		return json({ problems }, { status: 422 })
	}
	const { id } = await keepPaper(visit.ctx, place, { fileName: form.name, rows })
	return redirect(paperHref(visit.locale, place, { previewId: id }), 303)
})

export const meta: MetaFunction<typeof loader> = (facts) => workspaceMeta(facts, (say) => say('paper.title'))

export default function Paper() {
	const rejected = useActionData<typeof action>()
	return <PaperPage {...useLoaderData<typeof loader>()} problems={rejected?.problems ?? []} />
}
