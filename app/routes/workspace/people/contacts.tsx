import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { membersOf } from '#app/access/policy.ts'
import { doneIn } from '#app/components/people/addresses.ts'
import { MemberContactsPage } from '#app/components/people/member-contacts.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { listMemberContacts } from '#app/domain/appointment/queries.server.ts'
import { workspacePage } from '#app/http/answer-form.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(['INSTANCE_ADMIN'], async (visit) =>
	workspacePage(visit, {
		members: await listMemberContacts(visit.ctx),
		isWhole: membersOf(visit.ctx.actor, ['INSTANCE_ADMIN']).includes(null),
		done: doneIn(visit.url),
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('contacts.title'))

export default function ContactsPage() {
	return <MemberContactsPage {...useLoaderData<typeof loader>()} />
}
