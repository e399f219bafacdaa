import { z } from 'zod'
import { utcDay } from '#app/domain/calendar.ts'
import { LISTED, fitting, lateToday } from '#app/domain/commitment-list/queries.server.ts'
import type { Context } from '#app/domain/context.ts'
import { packedLists } from '#app/domain/packed-rows.ts'
import { NOT_PUBLIC } from '#app/domain/plan-row/queries.server.ts'
import type { Group, Measure } from './rules.ts'
import type { ExplorationQuery } from './schema.ts'
import { groupsFrom } from './view.ts'
import type { Exploration } from './view.ts'

type Reader = Pick<Context, 'db' | 'now'>

const text = z.string().nullable()
const Counts = z
	.array(z.tuple([text, text, text, z.string(), z.number()]))
	.nullable()
	.transform((rows) => rows ?? [])

/**
 * Published commitments that fit, counted by the database in groups. The lists have to be kept before. What is invented to show
 * how the record works is left out, unless it is asked for by its member or plan.
 */
export async function exploreCommitments(
	ctx: Reader,
	{ measure = 'commitments', group = 'member', ...narrowing }: ExplorationQuery,
): Promise<Exploration> {
	const given: unknown[] = [NOT_PUBLIC]
	const isNamed = narrowing.member !== undefined || narrowing.plan !== undefined
	const where = `${fitting(narrowing, ctx, given)}${isNamed ? '' : ' AND NOT m."isDemonstration"'}`
	const part = partOf(measure, ctx, given)
	const { key, en = 'NULL', id = 'NULL', join = '' } = KEYS[group]
	const found = await packedLists(
		ctx,
		{
			groups: `(SELECT json_agg(json_build_array(g."key", g."en", g."id", g."part", g."count")) FROM (
				SELECT ${key} AS "key", ${en}::text AS "en", ${id}::text AS "id", ${part} AS "part", count(*)::int AS "count"
				FROM ${LISTED} ${join} WHERE ${where} GROUP BY 1, 2, 3, 4) g)`,
			totals: `(SELECT json_agg(json_build_array(NULL, NULL, NULL, g."part", g."count")) FROM (
				SELECT ${part} AS "part", count(*)::int AS "count" FROM ${LISTED} WHERE ${where} GROUP BY 1) g)`,
			size: '(SELECT "size" FROM "LedgerHead")',
		},
		...given,
	)
	const [all] = groupsFrom(Counts.parse(found.totals), measure)
	const totals = all?.counts ?? []
	return {
		...{ measure, group, totals },
		groups: groupsFrom(Counts.parse(found.groups), measure),
		count: totals.reduce((sum, count) => sum + count, 0),
		asOfOn: utcDay(ctx.now),
		ledgerSize: z.number().parse(found.size),
	}
}

type Key = { readonly key: string; readonly en?: string; readonly id?: string; readonly join?: string }

/** Those with nothing in a list are a group of their own. */
function eachOf(column: string): Key {
	const list = `CASE WHEN cardinality(l."${column}") = 0 THEN ARRAY[NULL]::text[] ELSE l."${column}" END`
	return { key: 'k."key"', join: `CROSS JOIN LATERAL (SELECT DISTINCT unnest(${list}) AS "key") k` }
}

const KEYS: Readonly<Record<Group, Key>> = {
	member: { key: 'm."id"', en: 'm."nameEn"', id: 'm."nameId"' },
	plan: {
		...{ key: 'p."id"', en: 't."titleEn"', id: 't."titleId"' },
		join: `CROSS JOIN LATERAL (SELECT n."titleEn", n."titleId" FROM "ActionPlanVersion" n
			WHERE n."actionPlanId" = p."id" ORDER BY n."version" DESC LIMIT 1) t`,
	},
	area: eachOf('policyAreas'),
	value: eachOf('ogpValues'),
	year: { key: `NULLIF(left(l."planStartsOn", 4), '')` },
	institution: {
		key: 'v."leadInstitution"',
		join: `JOIN "CommitmentVersion" v ON v."commitmentId" = l."commitmentId" AND v."version" = l."textVersion"`,
	},
}

/** The part of a measure that a commitment is in, as an expression. */
function partOf(measure: Measure, ctx: Reader, given: unknown[]): string {
	switch (measure) {
		case 'commitments':
			return `'ALL'::text`
		case 'coverage':
			return `CASE WHEN l."verified" IS NOT NULL THEN CASE WHEN l."claimed" IS NOT NULL THEN 'BOTH' ELSE 'FINDING_ONLY' END
				WHEN l."claimed" IS NOT NULL THEN 'CLAIM_ONLY' ELSE 'NEITHER' END`
		case 'divergence':
			return 'l."divergence"'
		case 'late':
			return `CASE WHEN ${lateToday(ctx, given)} THEN 'yes' ELSE 'no' END`
		default:
			return `coalesce(l."${measure}", 'NONE')`
	}
}
