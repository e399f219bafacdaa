import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { OwnStep } from '#app/components/second-step/own-step.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { findOwnStep } from '#app/domain/second-step/queries.server.ts'
import { isFresh } from '#app/domain/second-step/rules.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('member', async (visit) =>
	workspacePage(visit, {
		step: await findOwnStep(visit.ctx),
		isFresh: isFresh(visit.stepTakenAt, visit.ctx.now),
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('second-step.title'))

export default function OwnSecondStep() {
	return <OwnStep {...useLoaderData<typeof loader>()} />
}
