import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { AssessmentTasks } from '#app/components/assessment/task-list.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listTasks } from '#app/domain/assessment-task/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['MONITORING_BODY'], async (visit) =>
	workspacePage(visit, { plans: await listTasks(visit.ctx) }),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('assessment.tasks.title'))

export default function AssessmentTasksPage() {
	return <AssessmentTasks {...useLoaderData<typeof loader>()} />
}
