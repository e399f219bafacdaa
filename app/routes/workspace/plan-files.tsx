import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { PLAN_ROLES } from '#app/access/policy.ts'
import { planPreviewHref } from '#app/components/plan-file/addresses.ts'
import { PlanFiles } from '#app/components/plan-file/plan-files.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listMembersToPlan, listPlanDrafts } from '#app/domain/plan-draft/queries.server.ts'
import { keepPlanPreview } from '#app/domain/plan-file/commands.server.ts'
import { listAmendablePlans } from '#app/domain/plan-file/queries.server.ts'
import { noteRejection, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { readPlanUpload } from '#app/http/plan-file-import.server.ts'
import { tableFormOf } from '#app/http/table-file.server.ts'

export const loader = guardedLoader(PLAN_ROLES, async (visit) => {
	const { ctx } = visit
	const [plans, drafts, toPlan] = await Promise.all([
		listAmendablePlans(ctx),
		listPlanDrafts(ctx),
		listMembersToPlan(ctx),
	])
	return workspacePage(visit, { plans, drafts, ...toPlan })
})

/** Reads a file in a dry run. What is wrong with it is said on the same page (422). */
export const action = guardedAction(PLAN_ROLES, async (visit) => {
	const form = await tableFormOf(visit)
	const read = await readPlanUpload(visit, form)
	if ('problems' in read) {
		noteRejection(visit)
		return json({ problems: read.problems }, { status: 422 })
	}
	const { id } = await keepPlanPreview(visit.ctx, form.name, read.content)
	return redirect(planPreviewHref(visit.locale, id), 303)
})

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('plan-files.title'))

export default function PlanFilesPage() {
	const rejected = useActionData<typeof action>()
	return <PlanFiles {...useLoaderData<typeof loader>()} problems={rejected?.problems ?? []} />
}
