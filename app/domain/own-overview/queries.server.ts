import { CSO_ROLES, REPLY_ROLES, may, organizationsOf } from '#app/access/policy.ts'
import type { Actor } from '#app/access/policy.ts'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import { findPlanRecord, listPlans } from '#app/domain/action-plan/queries.server.ts'
import type { PlanRecord, PlanView } from '#app/domain/action-plan/view.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { planChartViews } from '#app/domain/chart/rules.ts'
import { commitmentRows, recordOfRows } from '#app/domain/divergence/view.ts'
import type { Context } from '#app/domain/context.ts'
import { claimedMilestones, unjudgedBy } from './rules.ts'
import type { OverviewQuery } from './schema.ts'
import type { OwnOverview, OwnPart, PlanChoice } from './view.ts'

/** The plans that the actor's organizations answer for or may verify, and one of them as it concerns them; null: none. */
export async function findOwnOverview(
	ctx: Context,
	{ plan: wanted }: OverviewQuery,
): Promise<{ readonly choices: readonly PlanChoice[]; readonly overview: OwnOverview | null }> {
	const [answered, plans] = await Promise.all([findAnswered(ctx), listPlans(ctx)])
	const own = plans.filter(
		(plan) => answered.some(({ planId }) => planId === plan.id) || verifiersOf(ctx.actor, plan).length > 0,
	)
	const choices = own.map(({ id, title, member }) => ({ id, title, memberName: member.name }))
	const chosen = own.find(({ id }) => id === wanted) ?? newestOf(own)
	if (!chosen) return { choices, overview: null }
	const record = await findPlanRecord(ctx, chosen.id)
	const today = dayIn(chosen.member.timeZone, ctx.now)
	const parts = await partsOf(ctx, { record, today, answered })
	return { choices, overview: { plan: chosen, today, ledgerSize: record.ledgerSize, parts } }
}

/** A commitment that an institution of the actor's answers for. */
type Answered = { readonly organizationId: string; readonly commitmentId: string; readonly planId: string }

async function findAnswered({ db, actor }: Context): Promise<readonly Answered[]> {
	const rows = await db.commitmentInstitution.findMany({
		where: { organizationId: { in: [...organizationsOf(actor, REPLY_ROLES)] } },
		select: { organizationId: true, commitmentId: true, commitment: { select: { actionPlanId: true } } },
	})
	return rows.map(({ commitment, ...row }) => ({ ...row, planId: commitment.actionPlanId }))
}

/** The organizations of the actor's that may verify a plan. */
function verifiersOf(actor: Actor, { member }: PlanView): readonly string[] {
	return organizationsOf(actor, CSO_ROLES).filter((organizationId) =>
		may(actor, 'verification.draft', { organizationId, memberId: member.id }),
	)
}

function newestOf(plans: readonly PlanView[]): PlanView | undefined {
	const startOf = ({ startsOn, submittedOn }: PlanView) => startsOn ?? submittedOn ?? ''
	return [...plans].sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1))[0]
}

type Looked = {
	readonly record: PlanRecord
	readonly today: CalendarDay
	readonly answered: readonly Answered[]
}

async function partsOf(ctx: Context, { record, today, answered }: Looked): Promise<readonly OwnPart[]> {
	const here = answered.filter(({ planId }) => planId === record.plan.id)
	const institutions = [...new Set(here.map(({ organizationId }) => organizationId))]
	const verifiers = verifiersOf(ctx.actor, record.plan)
	const names = await ctx.db.organization.findMany({
		where: { id: { in: [...institutions, ...verifiers] } },
		select: { id: true, nameEn: true, nameId: true },
	})
	const named = (id: string) => {
		const found = names.find((one) => one.id === id)
		return { id, name: { en: found?.nameEn ?? null, id: found?.nameId ?? null } }
	}
	const rows = commitmentRows(record, today)
	const ofInstitutions = institutions.map((id) => {
		const ids = new Set(here.filter((one) => one.organizationId === id).map((one) => one.commitmentId))
		const own = rows.filter(({ commitment }) => ids.has(commitment.id))
		const part = recordOfRows(record, own)
		return {
			as: 'INSTITUTION' as const,
			organization: named(id),
			rows: own,
			overdue: planFigures(part, today).overdue,
			charts: planChartViews(['COMPLETION', 'COVERAGE', 'SCHEDULE', 'REPLIES'], part, today),
			unjudgedClaims: null,
			claims: claimedMilestones(part).length,
		}
	})
	const ofVerifiers = verifiers.map((id) => ({
		as: 'CSO' as const,
		organization: named(id),
		rows,
		overdue: planFigures(record, today).overdue,
		charts: planChartViews(['COVERAGE', 'DIVERGENCE', 'REPLIES'], record, today),
		unjudgedClaims: unjudgedBy(id, record).length,
		claims: claimedMilestones(record).length,
	}))
	return [...ofInstitutions, ...ofVerifiers]
}
