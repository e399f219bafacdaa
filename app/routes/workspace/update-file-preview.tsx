import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { UpdatesPreviewPage } from '#app/components/plan-file/updates-preview.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findUpdatesPreview } from '#app/domain/update-file/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader(['IMPLEMENTER'], async (visit) =>
	workspacePage(visit, { preview: await findUpdatesPreview(visit.ctx, idFrom(visit.params.previewId)) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say(facts.data?.preview.taken ? 'update-file.done' : 'update-file.preview'))

export default function UpdateFilePreview() {
	return <UpdatesPreviewPage {...useLoaderData<typeof loader>()} />
}
