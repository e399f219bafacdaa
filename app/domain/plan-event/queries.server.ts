import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { dayIn, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import type { Transaction } from '#app/domain/context.ts'
import { grouped } from '#app/domain/grouped.ts'
import { IRM_INDICATORS, isProgressIndicator } from '#app/domain/irm-coding/rules.ts'
import { memberView } from '#app/domain/member/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { packedLists } from '#app/domain/packed-rows.ts'
import { PLAN_ACTS } from '#app/domain/plan-act/queries.server.ts'
import { PlanAct } from '#app/domain/plan-act/schema.ts'
import type { PlanRow } from '#app/domain/plan-record/view.ts'
import { listPlanHeads } from '#app/domain/plan-row/queries.server.ts'
import { CHECKPOINTS } from '#app/domain/plan-row/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Checkpoint } from '#prisma/generated/client.ts'
import type { PlanFacts } from './rules.ts'

/** A plan with what its deadlines are worked out from. */
export type PlanInTime = {
	readonly planId: string
	readonly member: MemberView
	readonly ruleSetId: string
	/** Whether this site keeps the plan's record; an imported plan's acts are elsewhere, so nothing is asked of it. */
	readonly isKeptHere: boolean
	readonly title: Bilingual
	readonly commitmentTitles: ReadonlyMap<string, Bilingual>
	readonly facts: PlanFacts
}

type World = { readonly db: Transaction; readonly now: Date }

/** What the records say of a plan in time; drafts say nothing. Refuses with `not_found`. */
export async function findPlanInTime(world: World, planId: string): Promise<PlanInTime> {
	const [plan] = await findPlansInTime(world, [planId])
	if (!plan) throw new Refusal('not_found')
	return plan
}

/** The same of several plans in as many statements as of one, in the order asked for; those that are not there are missing. */
export async function findPlansInTime(
	world: World,
	planIds: readonly string[],
): Promise<readonly PlanInTime[]> {
	const { rows } = await listPlanHeads(world, { ids: planIds })
	const byId = new Map((await listPlansInTime(world, rows)).map((plan) => [plan.planId, plan]))
	return planIds.flatMap((id) => byId.get(id) ?? [])
}

/** What the records say of plans that were read, in one statement. */
export async function listPlansInTime(
	{ db, now }: World,
	plans: readonly PlanRow[],
): Promise<readonly PlanInTime[]> {
	if (plans.length === 0) return []
	const ids = plans.map(({ id }) => id)
	const found = await packedLists({ db }, LISTS, ids)
	const checkpoints = grouped(CHECKPOINTS.rows(found.checkpoints), ({ actionPlanId }) => actionPlanId)
	const [stand, claims] = [standingIn(found.standing), claimsIn(found.claims)]
	const acts = grouped(PlanActs.parse(found.acts ?? []), ({ planId }) => planId)
	return plans.flatMap((plan) => {
		const own = { checkpoints: checkpoints.get(plan.id) ?? [], commitments: stand.get(plan.id) ?? [] }
		const said = { claims: claims.get(plan.id) ?? [], acts: acts.get(plan.id) ?? [], now }
		return planInTime(plan, { ...own, ...said }) ?? []
	})
}

const PlanActs = z.array(PlanAct)

type Said = {
	readonly checkpoints: readonly Checkpoint[]
	readonly commitments: readonly Standing[]
	readonly claims: readonly TimedClaim[]
	readonly acts: readonly PlanAct[]
	readonly now: Date
}

function planInTime(plan: PlanRow, { checkpoints, commitments, claims, acts, now }: Said): PlanInTime | null {
	const [text] = plan.versions
	if (!text) return null
	const daysIn = dayReader(plan.member.timeZone)
	return {
		planId: plan.id,
		member: memberView(plan.member),
		ruleSetId: plan.ruleSetId,
		isKeptHere: text.importedById === null,
		title: { en: text.titleEn, id: text.titleId },
		commitmentTitles: new Map(commitments.map(({ id, title }) => [id, title])),
		facts: {
			today: dayIn(plan.member.timeZone, now),
			startsOn: text.startsOn,
			endsOn: text.endsOn,
			submittedOn: text.submittedOn,
			checkpoints,
			commitments,
			claims: claims.map(({ atMs, ...claim }) => ({ ...claim, on: daysIn(atMs) })),
			...factsAround(acts, { startsOn: text.startsOn, daysIn }),
		},
	}
}

/** Reads instants as days in a time zone; what was published at one instant is read once. */
function dayReader(timeZone: string): (atMs: number) => CalendarDay {
	const known = new Map<number, CalendarDay>()
	return (atMs) => {
		const day = known.get(atMs) ?? dayIn(timeZone, new Date(atMs))
		known.set(atMs, day)
		return day
	}
}

const OVER: readonly (string | null)[] = ['MERGED', 'SPLIT', 'MOVED', 'WITHDRAWN']

const text = z.string().nullable()
const StandingRows = z.array(z.tuple([z.string(), z.string(), text, text, text, text, text, text]))

/** The commitments and milestones that still stand, by their newest text. */
function standingIn(packed: unknown): ReadonlyMap<string, readonly Standing[]> {
	const found = new Map<string, Map<string, Standing>>()
	for (const row of StandingRows.parse(packed ?? [])) {
		const [planId, id, itsStanding, titleEn, titleId, milestoneId, milestoneStanding, startsOn] = row
		if (OVER.includes(itsStanding)) continue
		const ofPlan = found.get(planId) ?? new Map<string, Standing>()
		found.set(planId, ofPlan)
		const commitment = ofPlan.get(id) ?? { id, title: { en: titleEn, id: titleId }, milestones: [] }
		ofPlan.set(id, commitment)
		if (milestoneId !== null && !OVER.includes(milestoneStanding))
			commitment.milestones.push({ id: milestoneId, startsOn })
	}
	return new Map([...found].map(([planId, ofPlan]) => [planId, [...ofPlan.values()]]))
}

type Standing = {
	readonly id: string
	readonly title: Bilingual
	readonly milestones: { readonly id: string; readonly startsOn: string | null }[]
}

const ClaimRows = z.array(z.tuple([z.string(), z.string(), text, text, z.number()]))

type TimedClaim = Omit<PlanFacts['claims'][number], 'on'> & { readonly atMs: number }

function claimsIn(packed: unknown): ReadonlyMap<string, readonly TimedClaim[]> {
	const found = new Map<string, TimedClaim[]>()
	for (const [planId, milestoneId, checkpointId, claimedLevel, atMs] of ClaimRows.parse(packed ?? [])) {
		const level = CLAIMED_LEVELS.find((known) => known === claimedLevel) ?? null
		const claim = { milestoneId, checkpointId, level, atMs }
		const known = found.get(planId)
		if (known) known.push(claim)
		else found.set(planId, [claim])
	}
	return found
}

/** Of some plans ($1); a plan can have thousands of claims, of which four columns are wanted. */
const LISTS = {
	checkpoints: CHECKPOINTS.list('v."actionPlanId" = ANY($1::text[])', 'v."dueOn"'),
	standing: `(SELECT json_agg(json_build_array(c."actionPlanId", c."id", cv."standing", cv."titleEn", cv."titleId",
			m."id", mv."standing", mv."startsOn") ORDER BY c."position", m."position")
		FROM "Commitment" c
		LEFT JOIN LATERAL (
			SELECT v."standing", v."titleEn", v."titleId" FROM "CommitmentVersion" v
			WHERE v."commitmentId" = c."id" ORDER BY v."version" DESC LIMIT 1
		) cv ON true
		LEFT JOIN "Milestone" m ON m."commitmentId" = c."id"
		LEFT JOIN LATERAL (
			SELECT v."standing", v."startsOn" FROM "MilestoneVersion" v
			WHERE v."milestoneId" = m."id" ORDER BY v."version" DESC LIMIT 1
		) mv ON true
		WHERE c."actionPlanId" = ANY($1::text[]))`,
	claims: `(SELECT json_agg(
			json_build_array(c."actionPlanId", p."milestoneId", p."checkpointId", p."claimedLevel",
				(extract(epoch FROM p."publishedAt") * 1000)::float8)
			ORDER BY p."publishedAt", p."version"
		)
		FROM "ProgressUpdate" p
		JOIN "Milestone" m ON m."id" = p."milestoneId"
		JOIN "Commitment" c ON c."id" = m."commitmentId"
		WHERE c."actionPlanId" = ANY($1::text[]))`,
	acts: PLAN_ACTS,
}

type Around = { readonly startsOn: string | null; readonly daysIn: (atMs: number) => CalendarDay }

/** Acts about the plan as a whole: self-assessments, levels, stages, codings, and the plan that follows it. */
function factsAround(acts: readonly PlanAct[], { startsOn, daysIn }: Around) {
	const timed = <Act extends { readonly atMs: number }>(act: Act) => ({ ...act, on: daysIn(act.atMs) })
	return {
		selfAssessments: acts.filter((one) => one.act === 'SELF_ASSESSMENT').map(timed),
		localAssessments: acts.filter((one) => one.act === 'LOCAL_ASSESSMENT').map(timed),
		levels: acts.filter((one) => one.act === 'LEVEL').map(timed),
		refreshedOn: acts.filter((one) => one.act === 'REFRESH').map(timed)[0]?.on ?? null,
		codings: acts
			.filter((one) => one.act === 'CODING')
			.map(({ indicator, on }) => ({
				isOfResults: IRM_INDICATORS.some((known) => known === indicator && isProgressIndicator(known)),
				on,
			})),
		succeededOn: successorDay(
			acts.filter((one) => one.act === 'OTHER_PLAN'),
			startsOn,
		),
	}
}

type OtherPlan = Extract<PlanAct, { readonly act: 'OTHER_PLAN' }>

/** The day of the member's next plan: when it was submitted or, where nothing says when, when it was published here. */
function successorDay(others: readonly OtherPlan[], startsOn: string | null): CalendarDay | null {
	if (startsOn === null) return null
	const days = others.flatMap((other) => {
		if (!other.startsOn || lastDayOf(other.startsOn) <= lastDayOf(startsOn)) return []
		return [other.submittedOn === null ? other.publishedOn : lastDayOf(other.submittedOn)]
	})
	return days.sort()[0] ?? null
}
