import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PaperPreviewPage } from '#app/components/consultation/paper-page.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findPaperPreview } from '#app/domain/paper-contribution/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { answerPlace } from '#app/http/reasoned-answer.server.ts'

export const loader = guardedLoader(['POC', 'SECRETARIAT'], async (visit) =>
	workspacePage(visit, {
		preview: await findPaperPreview(visit.ctx, answerPlace(visit), idFrom(visit.params.previewId)),
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say(facts.data?.preview.isTaken ? 'paper.done' : 'paper.preview'))

export default function PaperPreview() {
	return <PaperPreviewPage {...useLoaderData<typeof loader>()} />
}
