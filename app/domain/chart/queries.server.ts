import { z } from 'zod'
import { findPlanRecord, readPlans } from '#app/domain/action-plan/queries.server.ts'
import { dayIn, utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { Context } from '#app/domain/context.ts'
import { findMember } from '#app/domain/member/queries.server.ts'
import { packedLists } from '#app/domain/packed-rows.ts'
import { NOT_PUBLIC } from '#app/domain/plan-row/queries.server.ts'
import { GOES_ON_ELSEWHERE } from '#app/domain/published-text/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findStandingPage } from '#app/domain/standing/queries.server.ts'
import { planChartViews, repliesChart } from './rules.ts'
import { CHART_SUBJECTS, COUNTED_JUDGES } from './view.ts'
import type {
	AreaCounts,
	ChartCode,
	ChartFigures,
	ChartSubject,
	ChartView,
	CompletionCounts,
} from './view.ts'

/**
 * Some charts of one subject. The lists of commitments have to be kept before. Refuses with `not_found` where the
 * subject is not there, or has no such chart.
 */
export async function findCharts(
	ctx: Context,
	charts: readonly ChartCode[],
	subject: ChartSubject,
): Promise<readonly ChartView[]> {
	if (charts.some((chart) => !CHART_SUBJECTS[chart].includes(subject.of))) throw new Refusal('not_found')
	if (subject.of === 'PLAN') return planCharts(ctx, charts, subject)
	return subject.of === 'MEMBER' ? memberCharts(ctx, charts, subject) : siteCharts(ctx, charts)
}

/** One chart. Refuses like several. */
export async function findChart(ctx: Context, chart: ChartCode, subject: ChartSubject): Promise<ChartView> {
	const [found] = await findCharts(ctx, [chart], subject)
	if (!found) throw new Refusal('not_found')
	return found
}

type Of<Kind extends ChartSubject['of']> = Extract<ChartSubject, { readonly of: Kind }>

async function planCharts(
	ctx: Context,
	charts: readonly ChartCode[],
	subject: Of<'PLAN'>,
): Promise<readonly ChartView[]> {
	const record = await findPlanRecord(ctx, subject.id)
	return planChartViews(charts, record, dayIn(record.plan.member.timeZone, ctx.now))
}

async function memberCharts(
	ctx: Context,
	charts: readonly ChartCode[],
	subject: Of<'MEMBER'>,
): Promise<readonly ChartView[]> {
	const [{ timeZone, ...member }, ledgerSize] = await Promise.all([findMember(ctx, subject.id), sizeOf(ctx)])
	const asOfOn = dayIn(timeZone, ctx.now)
	const figures = await Promise.all(charts.map((chart) => memberFigures(ctx, chart, { ...subject, asOfOn })))
	const { id, name, isDemonstration } = member
	const own = { id, name, isDemonstration }
	return figures.map((each) => ({ subject, name, member: own, asOfOn, ledgerSize, figures: each }))
}

async function memberFigures(
	ctx: Context,
	chart: ChartCode,
	{ id, asOfOn }: { readonly id: string; readonly asOfOn: CalendarDay },
): Promise<ChartFigures> {
	if (chart === 'EXPECTATIONS') return { chart, history: (await findStandingPage(ctx, id, asOfOn)).history }
	if (chart === 'POLICY_AREAS') return memberAreas(ctx, id)
	if (chart !== 'REPLIES') return listedFigures(ctx, chart, id)
	const { plans, recordsOf } = await readPlans(ctx, { member: id })
	return repliesChart(await recordsOf(plans.map((plan) => plan.id)), asOfOn)
}

async function siteCharts(ctx: Context, charts: readonly ChartCode[]): Promise<readonly ChartView[]> {
	const ledgerSize = await sizeOf(ctx)
	const around = {
		subject: { of: 'SITE' },
		name: null,
		member: null,
		asOfOn: utcDay(ctx.now),
		ledgerSize,
	} as const
	const figures = await Promise.all(
		charts.map((chart) => (chart === 'POLICY_AREAS' ? siteAreas(ctx) : listedFigures(ctx, chart, null))),
	)
	return figures.map((each) => ({ ...around, figures: each }))
}

async function sizeOf({ db }: Context): Promise<number> {
	return (await db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })).size
}

/** Commitments as figures count them: public, in one place each; of all members, those of the demonstration are left out. */
const COUNTED = `"ListedCommitment" l JOIN "ActionPlan" p ON p."id" = l."actionPlanId"
	JOIN "Member" m ON m."id" = p."memberId"
	JOIN "CommitmentVersion" v ON v."commitmentId" = l."commitmentId" AND v."version" = l."textVersion"
	WHERE p."status" <> ALL($1::text[]) AND (v."standing" IS NULL OR v."standing" <> ALL($2::text[]))
	AND CASE WHEN $3::text IS NULL THEN NOT m."isDemonstration" ELSE m."id" = $3::text END`

const Levels = z.array(z.tuple([z.enum(COUNTED_JUDGES), z.string().nullable(), z.boolean(), z.number()]))
const Coverage = z.array(z.tuple([z.boolean(), z.boolean(), z.number()]))

/** Counts over the kept lists of one member's commitments, or of all. */
async function listedFigures(ctx: Context, chart: ChartCode, memberId: string | null): Promise<ChartFigures> {
	const given = [NOT_PUBLIC, GOES_ON_ELSEWHERE, memberId]
	if (chart === 'COVERAGE') {
		const found = await packedLists(ctx, { rows: COVERAGE }, ...given)
		const rows = Coverage.nullable().parse(found.rows) ?? []
		const count = (isClaimed: boolean, isFound: boolean) =>
			rows.find(([claim, finding]) => claim === isClaimed && finding === isFound)?.[2] ?? 0
		const half = (isClaimed: boolean) => ({
			withFinding: count(isClaimed, true),
			withoutFinding: count(isClaimed, false),
		})
		return { chart, counts: { claimed: half(true), unclaimed: half(false) } }
	}
	if (chart !== 'COMPLETION') throw new Refusal('not_found')
	const found = await packedLists(ctx, { rows: LEVELS }, ...given)
	return { chart, counts: completionFrom(Levels.nullable().parse(found.rows) ?? []) }
}

const COVERAGE = `(SELECT json_agg(json_build_array(g."claim", g."finding", g."count")) FROM (
	SELECT (l."judgements"->'claimed'->>'asOfOn') IS NOT NULL AS "claim",
		(l."judgements"->'verified'->>'asOfOn') IS NOT NULL AS "finding", count(*)::int AS "count"
	FROM ${COUNTED} GROUP BY 1, 2) g)`

const LEVELS = `(SELECT json_agg(json_build_array(g."judge", g."level", g."words", g."count")) FROM (
	SELECT j."judge", j."level", j."words", count(*)::int AS "count" FROM (SELECT l.* FROM ${COUNTED}) l
	CROSS JOIN LATERAL (VALUES ${COUNTED_JUDGES.map(
		(judge) => `('${judge}', l."${judge}",
			l."${judge}" IS NULL AND coalesce(jsonb_array_length(l."judgements"->'${judge}'->'inOtherWords'), 0) > 0)`,
	).join(', ')}) j("judge", "level", "words") GROUP BY 1, 2, 3) g)`

function completionFrom(rows: z.infer<typeof Levels>): CompletionCounts {
	const of = (judge: (typeof COUNTED_JUDGES)[number]) => {
		const own = rows.filter(([name]) => name === judge)
		const sum = (fits: (level: string | null, words: boolean) => boolean) =>
			own.reduce((total, [, level, words, count]) => (fits(level, words) ? total + count : total), 0)
		const at = (level: CompletionLevel) => sum((known) => known === level)
		const [NO_EVIDENCE, NOT_STARTED, LIMITED, SUBSTANTIAL, COMPLETE] = COMPLETION_LEVELS.map(at)
		return {
			counts: {
				NO_EVIDENCE: NO_EVIDENCE ?? 0,
				NOT_STARTED: NOT_STARTED ?? 0,
				LIMITED: LIMITED ?? 0,
				SUBSTANTIAL: SUBSTANTIAL ?? 0,
				COMPLETE: COMPLETE ?? 0,
			},
			inOtherWords: sum((level, words) => level === null && words),
			notAssessed: sum((level, words) => level === null && !words),
		}
	}
	return { claimed: of('claimed'), verified: of('verified'), coded: of('coded') }
}

const SiteAreas = z.array(z.tuple([z.string().nullable(), z.number(), z.number(), z.number()]))

/** A commitment without an area counts once, in a row of its own. */
const AREAS = `(SELECT l."commitmentId", l."actionPlanId", m."id" AS "memberId", a."area" FROM ${COUNTED.replace(
	'WHERE',
	`CROSS JOIN LATERAL unnest(CASE WHEN cardinality(l."policyAreas") = 0 THEN ARRAY[NULL]::text[]
		ELSE l."policyAreas" END) a("area") WHERE`,
)}) x`

async function siteAreas(ctx: Context): Promise<ChartFigures> {
	const rows = `(SELECT json_agg(json_build_array(g."area", g."commitments", g."plans", g."members")
		ORDER BY g."area" IS NULL, g."area") FROM (SELECT x."area", count(DISTINCT x."commitmentId")::int AS "commitments",
			count(DISTINCT x."actionPlanId")::int AS "plans", count(DISTINCT x."memberId")::int AS "members"
			FROM ${AREAS} GROUP BY 1) g)`
	const found = await packedLists(ctx, { rows }, NOT_PUBLIC, GOES_ON_ELSEWHERE, null)
	const areas = (SiteAreas.nullable().parse(found.rows) ?? []).map(([area, ...counts]) => ({ area, counts }))
	return { chart: 'POLICY_AREAS', plans: null, areas }
}

const MemberAreas = z.array(z.tuple([z.string().nullable(), z.string(), z.number()]))

async function memberAreas(ctx: Context, memberId: string): Promise<ChartFigures> {
	const rows = `(SELECT json_agg(json_build_array(g."area", g."plan", g."count") ORDER BY g."area" IS NULL, g."area")
		FROM (SELECT x."area", x."actionPlanId" AS "plan", count(DISTINCT x."commitmentId")::int AS "count"
			FROM ${AREAS} GROUP BY 1, 2) g)`
	const [found, { plans }] = await Promise.all([
		packedLists(ctx, { rows }, NOT_PUBLIC, GOES_ON_ELSEWHERE, memberId),
		readPlans(ctx, { member: memberId }),
	])
	const counted = MemberAreas.nullable().parse(found.rows) ?? []
	const columns = [...plans]
		.reverse()
		.map(({ id, title, startsOn, endsOn }) => ({ id, title, startsOn, endsOn }))
	const areas = [...new Set(counted.map(([area]) => area))].map((area): AreaCounts => ({
		area,
		counts: columns.map(({ id }) => counted.find(([name, plan]) => name === area && plan === id)?.[2] ?? 0),
	}))
	return { chart: 'POLICY_AREAS', plans: columns, areas }
}
