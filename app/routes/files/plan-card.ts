import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { cardAnswer, cardFrom } from '#app/http/card-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { planCard } from '#reports/card/model.ts'

/** The picture of a plan for where its address is shared: `<planId>.<language>.png`. */
export const loader = guardedLoader('public', async ({ ctx, params }) => {
	const { name, locale } = cardFrom(params.file)
	const record = await findPlanRecord(ctx, idFrom(name))
	return cardAnswer(planCard(record, dayIn(record.plan.member.timeZone, ctx.now)), locale)
})
