import { z } from 'zod'
import { addDays, dayIn, utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { packedLists } from '#app/domain/packed-rows.ts'
import { NOT_PUBLIC } from '#app/domain/plan-row/queries.server.ts'
import { COMMITMENTS_PER_PAGE, overdueOf, wordsOf } from './rules.ts'
import type { CommitmentOrder } from './rules.ts'
import type { CommitmentsFilter, Narrowing } from './schema.ts'
import type { Choice, FoundCommitment, ListChoices } from './view.ts'

type Reader = Pick<Context, 'db' | 'now'>

/** Commitments that were found: how many there are, and those of one page. */
export type FoundCommitments = { readonly count: number; readonly shown: readonly FoundCommitment[] }

/** The published commitments that fit, one page of them. The lists have to be kept before. */
export async function listCommitments(
	ctx: Reader,
	{ sort = 'plan', page = 1, ...narrowing }: CommitmentsFilter,
): Promise<FoundCommitments> {
	const given: unknown[] = [NOT_PUBLIC]
	const where = fitting(narrowing, ctx, given)
	const part = `LIMIT ${String(COMMITMENTS_PER_PAGE)} OFFSET ${String((page - 1) * COMMITMENTS_PER_PAGE)}`
	const found = await packedLists(
		ctx,
		{
			count: `(SELECT count(*)::int FROM ${LISTED} WHERE ${where})`,
			rows: rowsWhere(where, ORDERS[sort], part),
		},
		...given,
	)
	return { count: z.number().parse(found.count), shown: foundFrom(found.rows, ctx.now) }
}

/** All published commitments that fit, in one order: for files. */
export async function listAllCommitments(
	ctx: Reader,
	{ sort = 'plan', page: _page, ...narrowing }: CommitmentsFilter,
): Promise<readonly FoundCommitment[]> {
	const given: unknown[] = [NOT_PUBLIC]
	const where = fitting(narrowing, ctx, given)
	const { rows } = await packedLists(ctx, { rows: rowsWhere(where, ORDERS[sort]) }, ...given)
	return foundFrom(rows, ctx.now)
}

/**
 * Published commitments that fit, in the order of their ids: up to `most` after one of them.
 *
 * Returns  null where there is no commitment to go on after.
 */
export async function listCommitmentsAfter(
	ctx: Reader,
	narrowing: Narrowing,
	{ after, most }: { readonly after: string | undefined; readonly most: number },
): Promise<readonly FoundCommitment[] | null> {
	const given: unknown[] = [NOT_PUBLIC]
	const where = fitting(narrowing, ctx, given)
	given.push(after ?? '')
	const id = `$${String(given.length)}::text`
	const order = 'l."commitmentId" COLLATE "C"'
	const found = await packedLists(
		ctx,
		{
			isThere: `(SELECT EXISTS (SELECT 1 FROM ${LISTED} WHERE ${PUBLIC} AND l."commitmentId" = ${id}))`,
			rows: rowsWhere(`${where} AND ${order} > ${id}`, order, `LIMIT ${String(most)}`),
		},
		...given,
	)
	if (after !== undefined && found.isThere !== true) return null
	return foundFrom(found.rows, ctx.now)
}

/** Kept commitments `l` with their plan `p` and member `m`. */
export const LISTED = `"ListedCommitment" l JOIN "ActionPlan" p ON p."id" = l."actionPlanId"
	JOIN "Member" m ON m."id" = p."memberId"`
const PUBLIC = 'p."status" <> ALL($1::text[])'

const BY_PLAN = `m."isDemonstration", m."level" = 'NATIONAL' DESC, m."nameEn", m."id", l."planStartsOn" DESC,
	l."actionPlanId", l."position"`
const ORDERS: Readonly<Record<CommitmentOrder, string>> = {
	plan: BY_PLAN,
	late: `l."lateAfter" NULLS LAST, ${BY_PLAN}`,
	gap: `l."gap" DESC, ${BY_PLAN}`,
	recent: `l."lastActOn" DESC, ${BY_PLAN}`,
}

/** Rows are put in order by what decides it alone; all else is read of those that are shown. */
function rowsWhere(where: string, order: string, part = ''): string {
	return `(SELECT json_agg(json_build_object('id', l."commitmentId", 'number', v."number", 'ogpId', c."ogpId",
			'title', ${bilingual('v."title')}, 'standing', v."standing", 'institution', v."leadInstitution",
			'policyAreas', l."policyAreas", 'ogpValues', l."ogpValues", 'member', json_build_object('id', m."id",
				'name', ${bilingual('m."name')}, 'isDemonstration', m."isDemonstration"),
			'plan', json_build_object('id', p."id", 'title', ${bilingual('t."title')}),
			'judgements', l."judgements", 'lastActOn', l."lastActOn", 'openUntil', l."openUntil",
			'timeZone', m."timeZone") ORDER BY k."rank")
		FROM (SELECT l."commitmentId", row_number() OVER (ORDER BY ${order}) AS "rank"
			FROM ${LISTED} WHERE ${where} ORDER BY ${order} ${part}) k
		JOIN (${LISTED}) ON l."commitmentId" = k."commitmentId"
		JOIN "Commitment" c ON c."id" = l."commitmentId"
		JOIN "CommitmentVersion" v ON v."commitmentId" = l."commitmentId" AND v."version" = l."textVersion"
		CROSS JOIN LATERAL (SELECT n."titleEn", n."titleId" FROM "ActionPlanVersion" n
			WHERE n."actionPlanId" = p."id" ORDER BY n."version" DESC LIMIT 1) t)`
}

/** Both languages of a text, as JSON; `start` is its columns' name up to the language. */
function bilingual(start: string): string {
	return `json_build_object('en', ${start}En", 'id', ${start}Id")`
}

/** Text that stands for itself in a pattern. */
function literal(text: string): string {
	return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

/** What fits, as conditions of a statement; what they compare with is added to the values that are given to it. */
export function fitting(narrowing: Narrowing, ctx: Pick<Reader, 'now'>, given: unknown[]): string {
	const { q, member, plan, institution, area, value, divergence, late } = narrowing
	const add = (one: unknown) => added(given, one)
	const parts = [PUBLIC]
	const words = wordsOf(q ?? '')
	if (words.length > 0) parts.push(hasWords(add(words.join(' '))))
	if (member !== undefined) parts.push(`m."id" = ${add(member)}`)
	if (plan !== undefined) parts.push(`l."actionPlanId" = ${add(plan)}`)
	if (institution !== undefined) parts.push(`l."institutions" ILIKE ${add(`%${literal(institution)}%`)}`)
	if (area !== undefined) parts.push(`${add(area)} = ANY(l."policyAreas")`)
	if (value !== undefined) parts.push(`${add(value)} = ANY(l."ogpValues")`)
	for (const judge of JUDGES) {
		const level = narrowing[judge]
		if (level !== undefined)
			parts.push(level === 'NONE' ? `l."${judge}" IS NULL` : `l."${judge}" = ${add(level)}`)
	}
	if (divergence === 'DIFFERS') parts.push('l."differs"')
	else if (divergence !== undefined) parts.push(`l."divergence" = ${add(divergence)}`)
	if (late !== undefined) {
		const isLate = lateToday(ctx, given)
		parts.push(late === 'yes' ? isLate : `NOT ${isLate}`)
	}
	return parts.join(' AND ')
}

/** Whether a milestone is overdue today at the member's, as a condition; what it compares with is added to what is given. */
export function lateToday({ now }: Pick<Reader, 'now'>, given: unknown[]): string {
	const until = 'l."lateAfter" COLLATE "C"'
	const today = `((${added(given, now.toISOString(), 'timestamptz')} AT TIME ZONE m."timeZone")::date)::text`
	// Days differ by one at most from that in UTC: only of those near it, the member's own is asked for.
	const [before, after] = [-1, 1].map((days) => added(given, addDays(utcDay(now), days)))
	return `coalesce(${until} < ${before ?? ''} OR (${until} < ${after ?? ''} AND ${until} < ${today}), false)`
}

function added(given: unknown[], one: unknown, type = 'text'): string {
	given.push(one)
	return `$${String(given.length)}::${type}`
}

const JUDGES = ['claimed', 'verified', 'assessed', 'coded'] as const

/** Whether the text in force has all words, or the commitment is the one of that id. */
function hasWords(words: string): string {
	return `l."commitmentId" IN (SELECT v."commitmentId" FROM "CommitmentVersion" v
			JOIN "ListedCommitment" t ON t."commitmentId" = v."commitmentId" AND t."textVersion" = v."version"
			WHERE ${COMMITMENT_WORDS} @@ ${queryOf(words)}
		UNION SELECT c."id" FROM "Commitment" c WHERE c."ogpId" = upper(${words}))`
}

/** The words of a commitment's text `v`, as its index has them. */
export const COMMITMENT_WORDS = `"searchable"(
	ARRAY[v."titleEn", v."theme", v."descriptionEn", v."problemEn", v."baselineEn", v."contributionEn", v."additionalEn",
		v."leadInstitution", v."supportingInstitutions", v."otherLanguages"::text],
	ARRAY[v."titleId", v."theme", v."descriptionId", v."problemId", v."baselineId", v."contributionId", v."additionalId",
		v."leadInstitution", v."supportingInstitutions"])`

/** What some words stand for in either language, whatever their endings. */
export function queryOf(words: string): string {
	return `(plainto_tsquery('pg_catalog.english', ${words}) || plainto_tsquery('pg_catalog.indonesian', ${words}))`
}

const Rows = z
	.array(
		z.custom<
			Omit<FoundCommitment, 'overdueMilestones' | 'lateSinceOn'> & {
				readonly openUntil: readonly CalendarDay[]
				readonly timeZone: string
			}
		>((row) => typeof row === 'object'),
	)
	.nullable()

function foundFrom(rows: unknown, now: Date): readonly FoundCommitment[] {
	return (Rows.parse(rows) ?? []).map(({ openUntil, timeZone, ...row }) => {
		const overdueMilestones = overdueOf(openUntil, dayIn(timeZone, now))
		return { ...row, overdueMilestones, lateSinceOn: overdueMilestones > 0 ? (openUntil[0] ?? null) : null }
	})
}

const text = z.string().nullable()
const Named = z
	.array(z.tuple([z.string(), text, text]))
	.nullable()
	.transform((rows): readonly Choice[] =>
		(rows ?? []).map(([id, en, name]) => ({ id, name: { en, id: name } })),
	)

/** What lists of commitments can be narrowed to: members with published commitments, a member's plans, policy areas. */
export async function listChoices(ctx: Reader, member: string | undefined): Promise<ListChoices> {
	const found = await packedLists(
		ctx,
		{
			members: `(SELECT json_agg(json_build_array(m."id", m."nameEn", m."nameId") ORDER BY m."nameEn")
				FROM "Member" m WHERE EXISTS (SELECT 1 FROM "ActionPlan" p JOIN "ListedCommitment" l ON l."actionPlanId" = p."id"
					WHERE p."memberId" = m."id" AND ${PUBLIC}))`,
			plans: `(SELECT json_agg(json_build_array(p."id", t."titleEn", t."titleId") ORDER BY t."startsOn" DESC, p."id")
				FROM "ActionPlan" p CROSS JOIN LATERAL (SELECT n.* FROM "ActionPlanVersion" n
					WHERE n."actionPlanId" = p."id" ORDER BY n."version" DESC LIMIT 1) t
				WHERE p."memberId" = $2::text AND ${PUBLIC})`,
			areas: `(SELECT json_agg(a."area" ORDER BY a."area") FROM (SELECT DISTINCT unnest(l."policyAreas") AS "area"
				FROM ${LISTED} WHERE ${PUBLIC}) a)`,
		},
		NOT_PUBLIC,
		member ?? null,
	)
	return {
		members: Named.parse(found.members),
		plans: Named.parse(found.plans),
		areas: z.array(z.string()).nullable().parse(found.areas) ?? [],
	}
}
