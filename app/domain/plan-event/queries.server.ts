import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { dayIn, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import type { Transaction } from '#app/domain/context.ts'
import { IRM_INDICATORS, isProgressIndicator } from '#app/domain/irm-coding/rules.ts'
import { memberView } from '#app/domain/member/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
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
export async function findPlanInTime({ db, now }: World, planId: string): Promise<PlanInTime> {
	const plan = await db.actionPlan.findFirst({
		where: { id: planId, status: { not: 'DRAFT' } },
		include: {
			member: true,
			versions: { orderBy: { version: 'desc' }, take: 1 },
			checkpoints: { orderBy: { dueOn: 'asc' } },
		},
	})
	const text = plan?.versions[0]
	if (!plan || !text) throw new Refusal('not_found')
	const { timeZone } = plan.member
	const today = dayIn(timeZone, now)
	const [commitments, claims, around] = await Promise.all([
		standing(db, planId),
		claimsOf(db, planId, timeZone),
		actsAround(db, { planId, memberId: plan.memberId, startsOn: text.startsOn, timeZone }),
	])
	return {
		planId,
		member: memberView(plan.member),
		ruleSetId: plan.ruleSetId,
		isKeptHere: text.importedById === null,
		title: { en: text.titleEn, id: text.titleId },
		commitmentTitles: new Map(commitments.map(({ id, title }) => [id, title])),
		facts: {
			today,
			startsOn: text.startsOn,
			endsOn: text.endsOn,
			submittedOn: text.submittedOn,
			checkpoints: plan.checkpoints,
			commitments,
			claims,
			...around,
		},
	}
}

const OVER: readonly (string | null)[] = ['MERGED', 'SPLIT', 'MOVED', 'WITHDRAWN']

type StandingRow = {
	readonly commitmentId: string
	readonly standing: string | null
	readonly titleEn: string | null
	readonly titleId: string | null
	readonly milestoneId: string | null
	readonly milestoneStanding: string | null
	readonly startsOn: string | null
}

/** The commitments and milestones that still stand, by their newest text; in one statement, as the claims. */
async function standing(db: Transaction, planId: string) {
	const rows = await db.$queryRawUnsafe<StandingRow[]>(
		`SELECT c."id" AS "commitmentId", cv."standing", cv."titleEn", cv."titleId",
			m."id" AS "milestoneId", mv."standing" AS "milestoneStanding", mv."startsOn"
		FROM "Commitment" c
		LEFT JOIN LATERAL (
			SELECT * FROM "CommitmentVersion" v WHERE v."commitmentId" = c."id" ORDER BY v."version" DESC LIMIT 1
		) cv ON true
		LEFT JOIN "Milestone" m ON m."commitmentId" = c."id"
		LEFT JOIN LATERAL (
			SELECT * FROM "MilestoneVersion" v WHERE v."milestoneId" = m."id" ORDER BY v."version" DESC LIMIT 1
		) mv ON true
		WHERE c."actionPlanId" = $1
		ORDER BY c."position", m."position"`,
		planId,
	)
	const found = new Map<string, Standing>()
	for (const row of rows) {
		if (OVER.includes(row.standing)) continue
		const { commitmentId: id, titleEn, titleId, milestoneId, milestoneStanding, startsOn } = row
		const commitment = found.get(id) ?? { id, title: { en: titleEn, id: titleId }, milestones: [] }
		found.set(id, commitment)
		if (milestoneId !== null && !OVER.includes(milestoneStanding))
			commitment.milestones.push({ id: milestoneId, startsOn })
	}
	return [...found.values()]
}

type Standing = {
	readonly id: string
	readonly title: Bilingual
	readonly milestones: { readonly id: string; readonly startsOn: string | null }[]
}

const ClaimRows = z.tuple([z.object({ rows: z.string().nullable() })]).transform(([{ rows }]) => {
	const parsed: unknown = JSON.parse(rows ?? '[]')
	return z
		.array(z.tuple([z.string(), z.string().nullable(), z.string().nullable(), z.number()]))
		.parse(parsed)
})

/** A plan can have thousands of claims, of which four columns are wanted: in one text they are read several times faster. */
async function claimsOf(db: Transaction, planId: string, timeZone: string): Promise<PlanFacts['claims']> {
	const rows = await db.$queryRawUnsafe(
		`SELECT json_agg(
			json_build_array(p."milestoneId", p."checkpointId", p."claimedLevel",
				(extract(epoch FROM p."publishedAt") * 1000)::float8)
			ORDER BY p."publishedAt", p."version"
		)::text AS "rows"
		FROM "ProgressUpdate" p
		JOIN "Milestone" m ON m."id" = p."milestoneId"
		JOIN "Commitment" c ON c."id" = m."commitmentId"
		WHERE c."actionPlanId" = $1`,
		planId,
	)
	return ClaimRows.parse(rows).map(([milestoneId, checkpointId, claimedLevel, atMs]) => ({
		milestoneId,
		checkpointId,
		level: CLAIMED_LEVELS.find((level) => level === claimedLevel) ?? null,
		on: dayIn(timeZone, new Date(atMs)),
	}))
}

type Around = {
	readonly planId: string
	readonly memberId: string
	readonly startsOn: string | null
	readonly timeZone: string
}

/** Acts about the plan as a whole: self-assessments, levels, stages, codings, and the plan that follows it. */
async function actsAround(db: Transaction, around: Around) {
	const { planId, timeZone } = around
	const inOrder: { orderBy: ({ publishedAt: 'asc' } | { version: 'asc' })[] } = {
		orderBy: [{ publishedAt: 'asc' }, { version: 'asc' }],
	}
	const [assessments, local, levels, refresh, codings, succeededOn] = await Promise.all([
		db.selfAssessment.findMany({ where: { actionPlanId: planId }, ...inOrder, omit: { model: true } }),
		db.localAssessment.findMany({
			where: { actionPlanId: planId },
			select: { assessmentKind: true, commitmentId: true, publishedAt: true },
		}),
		db.commitmentLevel.findMany({ where: { commitment: { actionPlanId: planId } }, ...inOrder }),
		db.planStage.findFirst({ where: { actionPlanId: planId, stage: 'REFRESH' }, ...inOrder }),
		db.irmCoding.findMany({
			where: { actionPlanId: planId },
			select: { indicator: true, publishedOn: true },
		}),
		successorDay(db, around),
	])
	return {
		selfAssessments: assessments.map((row) => ({ ...row, on: dayIn(timeZone, row.publishedAt) })),
		localAssessments: local.map(({ assessmentKind: kind, commitmentId, publishedAt }) => ({
			...{ kind, commitmentId },
			on: dayIn(timeZone, publishedAt),
		})),
		levels: levels.map((row) => ({
			commitmentId: row.commitmentId,
			level: row.claimedLevel,
			on: dayIn(timeZone, row.publishedAt),
		})),
		refreshedOn: refresh && dayIn(timeZone, refresh.publishedAt),
		codings: codings.map(({ indicator, publishedOn }) => ({
			isOfResults: IRM_INDICATORS.some((known) => known === indicator && isProgressIndicator(known)),
			on: publishedOn,
		})),
		succeededOn,
	}
}

/** The day of the member's next plan: when it was submitted or, where nothing says when, when it was published here. */
async function successorDay(
	db: Transaction,
	{ planId, memberId, startsOn }: Around,
): Promise<CalendarDay | null> {
	if (startsOn === null) return null
	const later = await db.actionPlan.findMany({
		where: { memberId, id: { not: planId }, status: { not: 'DRAFT' } },
		select: { versions: { orderBy: { version: 'asc' }, take: 1 } },
	})
	const days = later.flatMap(({ versions: [text] }) => {
		if (!text?.startsOn || lastDayOf(text.startsOn) <= lastDayOf(startsOn)) return []
		return [text.submittedOn === null ? text.publishedOn : lastDayOf(text.submittedOn)]
	})
	return days.sort()[0] ?? null
}
