import { dayIn } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import { carriedForward, obligationsFrom } from '#app/domain/obligation/rules.ts'
import type { Kept } from '#app/domain/obligation/rules.ts'
import { obligationId } from '#app/domain/obligation/view.ts'
import { eventsOf, metOn } from '#app/domain/plan-event/rules.ts'
import type { PlanFacts } from '#app/domain/plan-event/rules.ts'
import { packedLists, packedTable } from '#app/domain/packed-rows.ts'
import type { Unsealed } from '#app/domain/packed-rows.ts'
import type { PlanRow } from '#app/domain/plan-record/view.ts'
import type { Obligation, SelfAssessment } from '#prisma/generated/client.ts'
import type { AssessmentKind } from '#app/domain/self-assessment/rules.ts'
import { workOutPlans } from '#app/domain/obligation/queries.server.ts'
import { INDEPENDENT_REPORTS } from './schema.ts'
import type { OwedAssessment, OwedReport } from './schema.ts'

/** The obligation that asks for a self-assessment of each kind. */
const CODES = { MID_TERM: 'SA_MIDTERM', END_OF_TERM: 'SA_END' } as const satisfies Record<
	AssessmentKind,
	string
>
const KINDS = ['MID_TERM', 'END_OF_TERM'] as const

/** What a plan owes beside its reports; a member is absent where nothing of it is kept here. */
export type Owed = {
	readonly selfAssessments?: readonly OwedAssessment[]
	readonly owedReports?: readonly OwedReport[]
}

/**
 * What some plans owe, by plan: self-assessments with their last days, worked out as obligations are, and independent
 * reports. Of a plan that was imported nothing is said: its self-assessments are elsewhere.
 */
export async function listOwed(
	world: Pick<Context, 'db' | 'now'>,
	plans: readonly PlanRow[],
): Promise<ReadonlyMap<string, Owed>> {
	const kept = plans.filter(({ versions: [text] }) => text?.importedById === null)
	const [assessments, reports] = await Promise.all([
		listOwedAssessments(world, kept),
		listOwedReports(world, kept),
	])
	return new Map(
		kept.map(({ id }) => {
			const [selfAssessments, owedReports] = [assessments.get(id), reports.get(id)]
			return [
				id,
				{ ...(selfAssessments ? { selfAssessments } : {}), ...(owedReports ? { owedReports } : {}) },
			]
		}),
	)
}

const OBLIGATIONS = packedTable<Obligation>('Obligation')
const SELF_ASSESSMENTS = packedTable<Omit<SelfAssessment, 'model'>>('SelfAssessment', {
	...{ recordId: true, version: true, actionPlanId: true, kind: true, stage: true, modelHash: true },
	...{ commentOpensOn: true, commentClosesOn: true, submittedById: true, approvedById: true },
	...{ actorOrganizationId: true, publishedOn: true, publishedAt: true },
})
const OF_PLANS = 'v."actionPlanId" = ANY($1::text[])'
const LISTS = {
	kept: OBLIGATIONS.list(`${OF_PLANS} AND v."code" = ANY($2::text[])`),
	versions: SELF_ASSESSMENTS.list(OF_PLANS, 'v."publishedAt", v."version"'),
}

async function listOwedAssessments(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	plans: readonly PlanRow[],
): Promise<ReadonlyMap<string, readonly OwedAssessment[]>> {
	if (plans.length === 0) return new Map()
	const ids = plans.map(({ id }) => id)
	const found = await packedLists({ db }, LISTS, ids, Object.values(CODES))
	const [kept, versions] = [OBLIGATIONS.rows(found.kept), SELF_ASSESSMENTS.rows(found.versions)]
	return new Map(
		plans.map((plan) => {
			const isOfPlan = (row: { readonly actionPlanId: string }) => row.actionPlanId === plan.id
			return [
				plan.id,
				owedAssessments(plan, { now, kept: kept.filter(isOfPlan), versions: versions.filter(isOfPlan) }),
			]
		}),
	)
}

type Found = {
	readonly now: Date
	readonly kept: readonly (Kept & { readonly id: string })[]
	readonly versions: readonly Unsealed<Omit<SelfAssessment, 'model'>>[]
}

function owedAssessments(plan: PlanRow, { now, kept, versions }: Found): readonly OwedAssessment[] {
	const [text] = plan.versions
	if (!text) return []
	const { timeZone } = plan.member
	const { startsOn, endsOn, submittedOn } = text
	const selfAssessments = versions.map((row) => ({ ...row, on: dayIn(timeZone, row.publishedAt) }))
	const span = { startsOn, endsOn, submittedOn }
	const facts = { ...NOTHING_ELSE, ...span, today: dayIn(timeZone, now), selfAssessments }
	const owed = owedOn(plan, facts, kept)
	return KINDS.flatMap((kind) => {
		const last = owed.find(({ code }) => code === CODES[kind])
		const final = selfAssessments.find((row) => row.kind === kind && row.stage === 'FINAL')
		if (!last && !final) return []
		return [
			{
				kind,
				dueOn: last && last.waivedOn === null ? last.dueOn : null,
				finalOn: final?.on ?? null,
				commentOpensOn: final?.commentOpensOn ?? null,
				commentClosesOn: final?.commentClosesOn ?? null,
			},
		]
	})
}

/**
 * The independent reports that plans of this site are owed, each with its last day, as their obligations say; those that
 * were waived are left out. Plans whose rule set asks for none are absent.
 */
async function listOwedReports(
	world: Pick<Context, 'db' | 'now'>,
	plans: readonly PlanRow[],
): Promise<ReadonlyMap<string, readonly OwedReport[]>> {
	const asked = plans.filter(({ ruleSet }) => {
		const cycle = CycleRules.safeParse(ruleSet.cycle)
		return cycle.success && cycle.data.obligations.some(({ code }) => reportCode(code) !== undefined)
	})
	if (asked.length === 0) return new Map()
	const worked = await workOutPlans(world, asked)
	return new Map(worked.map(({ plan, obligations }) => [plan.planId, obligations.flatMap(owedReport)]))
}

function owedReport({ code: text, subject, dueOn, doneOn, waivedOn }: Kept): readonly OwedReport[] {
	const code = reportCode(text)
	if (!code || waivedOn !== null) return []
	return [{ code, commitmentId: subject === '' ? null : subject, dueOn, publishedOn: doneOn }]
}

function reportCode(text: string) {
	return INDEPENDENT_REPORTS.find((known) => known === text)
}

/** Self-assessments count from the start and the end of a plan alone; what else happened to it is not asked. */
const NOTHING_ELSE = {
	checkpoints: [],
	commitments: [],
	claims: [],
	levels: [],
	localAssessments: [],
	refreshedOn: null,
	succeededOn: null,
	codings: [],
} satisfies Partial<PlanFacts>

function owedOn(plan: PlanRow, facts: PlanFacts, rows: readonly (Kept & { id: string })[]) {
	const cycle = CycleRules.safeParse(plan.ruleSet.cycle)
	const codes: readonly string[] = Object.values(CODES)
	const owed = cycle.success
		? obligationsFrom(cycle.data, eventsOf(facts), facts).filter(({ code }) => codes.includes(code))
		: []
	const kept = new Map<string, Kept>(rows.map((row) => [row.id, row]))
	const asked = new Map(owed.map((one) => [obligationId(plan.id, one), one]))
	return [...new Set([...asked.keys(), ...kept.keys()])].flatMap((id) => {
		const next = carriedForward(kept.get(id) ?? null, asked.get(id) ?? null, {
			today: facts.today,
			metOn: (one) => metOn(facts, one),
		})
		return next === null ? [] : [next]
	})
}
