import { dayIn } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import { carriedForward, obligationsFrom } from '#app/domain/obligation/rules.ts'
import type { Kept } from '#app/domain/obligation/rules.ts'
import { obligationId } from '#app/domain/obligation/view.ts'
import { eventsOf, metOn } from '#app/domain/plan-event/rules.ts'
import type { PlanFacts } from '#app/domain/plan-event/rules.ts'
import type { AssessmentKind } from '#app/domain/self-assessment/rules.ts'
import { workOut } from '#app/domain/obligation/queries.server.ts'
import { INDEPENDENT_REPORTS } from './schema.ts'
import type { OwedAssessment, OwedReport } from './schema.ts'

/** The obligation that asks for a self-assessment of each kind. */
const CODES = { MID_TERM: 'SA_MIDTERM', END_OF_TERM: 'SA_END' } as const satisfies Record<
	AssessmentKind,
	string
>
const KINDS = ['MID_TERM', 'END_OF_TERM'] as const

type PlanOnRecord = {
	readonly id: string
	readonly member: { readonly timeZone: string }
	readonly ruleSet: { readonly cycle: unknown }
	readonly versions: readonly Pick<PlanFacts, 'startsOn' | 'endsOn' | 'submittedOn'>[]
}

/**
 * The self-assessments that a plan of this site owes or has, with their last days worked out as its obligations are;
 * null of a plan that was imported, whose self-assessments are elsewhere.
 */
export async function listOwedAssessments(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	plan: PlanOnRecord & { readonly versions: readonly { readonly importedById: string | null }[] },
): Promise<readonly OwedAssessment[] | null> {
	const [text] = plan.versions
	if (!text || text.importedById !== null) return null
	const { timeZone } = plan.member
	const [kept, versions] = await Promise.all([
		db.obligation.findMany({ where: { actionPlanId: plan.id, code: { in: Object.values(CODES) } } }),
		db.selfAssessment.findMany({
			where: { actionPlanId: plan.id },
			orderBy: [{ publishedAt: 'asc' }, { version: 'asc' }],
			omit: { model: true },
		}),
	])
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
 * The independent reports that a plan of this site is owed, each with its last day, as its obligations say; those that
 * were waived are left out. Null of a plan that was imported, and of one whose rule set asks for none.
 */
export async function listOwedReports(
	world: Pick<Context, 'db' | 'now'>,
	plan: PlanOnRecord & { readonly versions: readonly { readonly importedById: string | null }[] },
): Promise<readonly OwedReport[] | null> {
	const cycle = CycleRules.safeParse(plan.ruleSet.cycle)
	const isAsked = (code: string) => INDEPENDENT_REPORTS.some((known) => known === code)
	if (plan.versions[0]?.importedById !== null || !cycle.success) return null
	if (!cycle.data.obligations.some(({ code }) => isAsked(code))) return null
	const { obligations } = await workOut(world, plan.id)
	return obligations.flatMap(({ code: text, subject, dueOn, doneOn, waivedOn }) => {
		const code = INDEPENDENT_REPORTS.find((known) => known === text)
		if (!code || waivedOn !== null) return []
		return [{ code, commitmentId: subject === '' ? null : subject, dueOn, publishedOn: doneOn }]
	})
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

function owedOn(plan: PlanOnRecord, facts: PlanFacts, rows: readonly (Kept & { id: string })[]) {
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
