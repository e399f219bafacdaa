import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import { threadStates } from '#app/domain/finding-thread/view.ts'
import { fixRateOf } from '#app/domain/fix-rate/rules.ts'
import { apiAnswer } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params } = visit
	const record = await findPlanRecord(ctx, idFrom(params.planId))
	const asOfOn = dayIn(record.plan.member.timeZone, ctx.now)
	return apiAnswer(visit, {
		...record,
		asOfOn,
		figures: planFigures(record, asOfOn),
		fixRate: fixRateOf(record, asOfOn),
		threads: threadStates(record, asOfOn),
		commitments: commitmentRows(record, asOfOn).map(({ commitment, ...row }) => ({ ...commitment, ...row })),
	})
})
