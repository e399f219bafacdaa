import { listPlans } from '#app/domain/action-plan/queries.server.ts'
import { findMember } from '#app/domain/member/queries.server.ts'
import { apiAnswer } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** One member of OGP with its plans. */
export const loader = guardedLoader('public', async (visit) => {
	const member = await findMember(visit.ctx, idFrom(visit.params.memberId))
	return apiAnswer(visit, { ...member, plans: await listPlans(visit.ctx, { member: member.id }) })
})
