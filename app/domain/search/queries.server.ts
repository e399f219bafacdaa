import { z } from 'zod'
import { COMMITMENT_WORDS, queryOf } from '#app/domain/commitment-list/queries.server.ts'
import { wordsOf } from '#app/domain/commitment-list/rules.ts'
import type { Context } from '#app/domain/context.ts'
import { packedLists } from '#app/domain/packed-rows.ts'
import { NOT_PUBLIC } from '#app/domain/plan-row/queries.server.ts'
import { FOUND_AT_ONCE, FOUND_KINDS } from './rules.ts'
import type { FoundKind } from './rules.ts'
import type { SearchAsked } from './schema.ts'
import { onlyMarked } from './view.ts'
import type { Found, FoundOfKind, SearchResult } from './view.ts'

type Reader = Pick<Context, 'db' | 'withdrawals'>

/**
 * What is published, in force and not withdrawn and has all the typed words, in either language: some of each kind, or
 * a page of one kind. Where nothing has them, what has the most similar words instead.
 *
 * Returns  null where no word was typed.
 */
export async function search(ctx: Reader, asked: SearchAsked): Promise<SearchResult | null> {
	const words = wordsOf(asked.q ?? '')
	if (words.length === 0) return null
	const kinds = await findKinds(ctx, words.join(' '), asked)
	const count = kinds.reduce((sum, kind) => sum + kind.count, 0)
	if (count > 0) return { similar: null, kinds, count }
	const similar = await findSimilar(ctx, words)
	if (similar === null) return { similar: null, kinds, count }
	const instead = await findKinds(ctx, similar, asked)
	return { similar, kinds: instead, count: instead.reduce((sum, kind) => sum + kind.count, 0) }
}

/** $1: stages of plans that are not public; $2: the words; $3: findings withdrawn as the list outside the database knows. */
const QUERY = queryOf('$2::text')
const PUBLIC = 'p."status" <> ALL($1::text[])'

type Source = {
	/** Things that fit: their `id` and `version`, whether their name has the words, and the day they are of. */
	readonly fitting: string
	/** What is joined to a thing `f` to show it: `v`, its row. */
	readonly row: string
	/** Its name, its text in both languages, and what it belongs to, as expressions over `v`. */
	readonly title: readonly [en: string, id: string]
	readonly text: readonly [en: readonly string[], id: readonly string[]]
	readonly commitmentId?: string
	readonly memberId?: string
	readonly organizationId?: string
	readonly day?: string
}

const newest = (table: string, key: string) =>
	`NOT EXISTS (SELECT 1 FROM "${table}" n WHERE n."${key}" = v."${key}" AND n."version" > v."version")`
const named = (table: string, key: string) =>
	`v."${key}" IN (SELECT t."${key}" FROM "${table}" t
		WHERE "searchable"(ARRAY[t."titleEn"], ARRAY[t."titleId"]) @@ ${QUERY})`
const IN_PLAN = 'JOIN "ActionPlan" p ON p."id" = c."actionPlanId"'
const rowOf = (table: string, key: string) =>
	`JOIN "${table}" v ON v."${key}" = f."id" AND v."version" = f."version"`

/** A withdrawal hides with its leaf alone; what only the list outside the database knows is hidden too. */
const shown = (
	recordId: string,
) => `v."${recordId}" <> ALL($3::text[]) AND NOT EXISTS (SELECT 1 FROM "Withdrawal" w
	JOIN "LedgerEntry" e ON e."recordId" = w."recordId" AND e."version" = w."version" WHERE w."recordId" = v."${recordId}")`

const MEMBER_OF_COMMITMENT = (id: string) =>
	`(SELECT p."memberId" FROM "Commitment" c ${IN_PLAN} WHERE c."id" = ${id})`
const titleOf = (
	language: 'En' | 'Id',
) => `(SELECT coalesce((SELECT t."title${language}" FROM "MilestoneVersion" t
		WHERE t."milestoneId" = v."milestoneId" ORDER BY t."version" DESC LIMIT 1), (SELECT t."title${language}"
		FROM "CommitmentVersion" t WHERE t."commitmentId" = v."commitmentId" ORDER BY t."version" DESC LIMIT 1)))`
const columns = (...names: readonly string[]) =>
	[names.map((name) => `v."${name}En"`), names.map((name) => `v."${name}Id"`)] as const
/** Columns of both languages, with some that have no language of their own. */
const withNames = ([en, id]: ReturnType<typeof columns>, ...names: readonly string[]) => {
	const also = names.map((name) => `v."${name}"`)
	return [
		[...en, ...also],
		[...id, ...also],
	] as const
}
const said = (language: 'En' | 'Id') =>
	['title', 'problem', 'done', 'results', 'reuse', 'agenda', 'minutes', 'question', 'summary', 'note'].map(
		(name) => `v."said" ->> '${name}${language}'`,
	)

/** Acts on a commitment or one of its milestones. */
function actsOn(table: string, words: string, where: string): Pick<Source, 'fitting' | 'row'> {
	return {
		fitting: `SELECT v."recordId" AS "id", v."version", false AS "named", v."publishedOn" AS "day" FROM "${table}" v
			JOIN "Commitment" c ON c."id" = v."commitmentId" ${IN_PLAN}
			WHERE ${PUBLIC} AND ${words} @@ ${QUERY} AND ${newest(table, 'recordId')} AND ${where}`,
		row: rowOf(table, 'recordId'),
	}
}

/** What members recorded beyond plans, of some kinds, unless it was published in error. */
function memberActs(...kinds: readonly string[]): Source {
	const list = kinds.map((kind) => `'${kind}'`).join(', ')
	return {
		fitting: `SELECT v."recordId" AS "id", v."version", false AS "named", v."publishedOn" AS "day" FROM "MemberAct" v
			WHERE v."kind" IN (${list}) AND "searchable"(ARRAY[${said('En').join()}], ARRAY[${said('Id').join()}]) @@ ${QUERY}
			AND NOT v."isRetracted" AND ${newest('MemberAct', 'recordId')}`,
		row: rowOf('MemberAct', 'recordId'),
		title: [`v."said" ->> 'titleEn'`, `v."said" ->> 'titleId'`],
		text: [said('En').slice(1), said('Id').slice(1)],
		memberId: 'v."memberId"',
		organizationId: 'v."actorOrganizationId"',
		day: 'v."publishedOn"',
	}
}

/** Members and organizations: known by their names alone. */
function namesIn(table: 'Member' | 'Organization', memberId?: string): Source {
	return {
		fitting: `SELECT v."id", 0 AS "version", true AS "named", '' AS "day" FROM "${table}" v
			WHERE "searchable"(ARRAY[v."nameEn"], ARRAY[v."nameId"]) @@ ${QUERY}`,
		row: `JOIN "${table}" v ON v."id" = f."id"`,
		title: ['v."nameEn"', 'v."nameId"'],
		text: [[], []],
		...(memberId === undefined ? {} : { memberId }),
	}
}

const ON_PROMISE = {
	title: [titleOf('En'), titleOf('Id')],
	commitmentId: 'v."commitmentId"',
	memberId: MEMBER_OF_COMMITMENT('v."commitmentId"'),
	organizationId: 'v."organizationId"',
	day: 'v."publishedOn"',
} as const

const SOURCES: Readonly<Record<FoundKind, Source>> = {
	COMMITMENT: {
		fitting: `SELECT v."commitmentId" AS "id", v."version", ${named('CommitmentVersion', 'commitmentId')} AS "named",
			v."publishedOn" AS "day" FROM (SELECT v.* FROM "CommitmentVersion" v WHERE ${COMMITMENT_WORDS} @@ ${QUERY}
				UNION ALL SELECT v.* FROM "CommitmentVersion" v JOIN "Commitment" o ON o."id" = v."commitmentId"
					WHERE o."ogpId" = upper($2::text) AND NOT ${COMMITMENT_WORDS} @@ ${QUERY}) v
			JOIN "Commitment" c ON c."id" = v."commitmentId" ${IN_PLAN}
			WHERE ${PUBLIC} AND ${newest('CommitmentVersion', 'commitmentId')}`,
		row: rowOf('CommitmentVersion', 'commitmentId'),
		title: ['v."titleEn"', 'v."titleId"'],
		text: withNames(
			columns('description', 'problem', 'baseline', 'contribution', 'additional'),
			...['theme', 'leadInstitution', 'supportingInstitutions'],
		),
		commitmentId: 'v."commitmentId"',
		memberId: MEMBER_OF_COMMITMENT('v."commitmentId"'),
	},
	MILESTONE: {
		fitting: `SELECT v."milestoneId" AS "id", v."version", ${named('MilestoneVersion', 'milestoneId')} AS "named",
			v."publishedOn" AS "day" FROM "MilestoneVersion" v JOIN "Milestone" m ON m."id" = v."milestoneId"
			JOIN "Commitment" c ON c."id" = m."commitmentId" ${IN_PLAN}
			WHERE ${PUBLIC} AND "searchable"(ARRAY[v."titleEn", v."deliverableEn", v."responsible", v."otherLanguages"::text],
				ARRAY[v."titleId", v."deliverableId", v."responsible"]) @@ ${QUERY}
			AND ${newest('MilestoneVersion', 'milestoneId')}`,
		row: `${rowOf('MilestoneVersion', 'milestoneId')} JOIN "Milestone" step ON step."id" = v."milestoneId"`,
		title: ['v."titleEn"', 'v."titleId"'],
		text: withNames(columns('deliverable'), 'responsible'),
		commitmentId: 'step."commitmentId"',
		memberId: MEMBER_OF_COMMITMENT('step."commitmentId"'),
	},
	CLAIM: {
		...ON_PROMISE,
		fitting: `SELECT v."recordId" AS "id", v."version", false AS "named", v."publishedOn" AS "day"
			FROM "ProgressUpdate" v JOIN "Milestone" m ON m."id" = v."milestoneId"
			JOIN "Commitment" c ON c."id" = m."commitmentId" ${IN_PLAN}
			WHERE ${PUBLIC} AND "searchable"(ARRAY[v."doneEn", v."nextStepEn", v."challengeText"],
				ARRAY[v."doneId", v."nextStepId", v."challengeText"]) @@ ${QUERY} AND ${newest('ProgressUpdate', 'recordId')}`,
		row: `JOIN (SELECT u.*, m."commitmentId" FROM "ProgressUpdate" u JOIN "Milestone" m ON m."id" = u."milestoneId") v
			ON v."recordId" = f."id" AND v."version" = f."version"`,
		text: [
			['v."doneEn"', 'v."nextStepEn"'],
			['v."doneId"', 'v."nextStepId"', 'v."challengeText"'],
		],
	},
	FINDING: {
		...ON_PROMISE,
		...actsOn(
			'Verification',
			`"searchable"(ARRAY[v."rationaleEn", v."confidenceNeedsEn"], ARRAY[v."rationaleId", v."confidenceNeedsId"])`,
			shown('recordId'),
		),
		text: columns('rationale', 'confidenceNeeds'),
	},
	REPLY: {
		...ON_PROMISE,
		...actsOn('Reply', '"searchable"(ARRAY[v."textEn"], ARRAY[v."textId"])', shown('verificationRecordId')),
		text: columns('text'),
	},
	PRACTICE: memberActs('good-practice.published'),
	DOCUMENT: memberActs(
		'document.published',
		'meeting.published',
		'outreach.published',
		'consultation.published',
		'contribution.published',
	),
	MEMBER: namesIn('Member', 'v."id"'),
	ORGANIZATION: namesIn('Organization', 'v."memberId"'),
}

/** What matches between marks; `how` says how much of the text around it. */
function marked(language: 'english' | 'indonesian', text: string, how: string): string {
	return `ts_headline('pg_catalog.${language}', ${text}, ${QUERY}, 'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', ${how}')`
}

/** A name is marked as a whole; of one that is a paragraph, the passage that matches stands for it. */
function markedName(language: 'english' | 'indonesian', text: string): string {
	return `CASE WHEN length(${text}) > 160 THEN '… ' || ${marked(language, text, PASSAGE)} || ' …'
		ELSE ${marked(language, text, WHOLE)} END`
}

const WHOLE = 'HighlightAll=true'
const PASSAGE = 'MaxWords=30, MinWords=15'
const joined = (texts: readonly string[]) => `array_to_string(ARRAY[${texts.join()}]::text[], ' … ')`

/** How many things of a kind fit and, where some are shown, these. */
function listOf(kind: FoundKind, part: { readonly limit: number; readonly offset: number } | null): string {
	const { fitting, row, title, text, commitmentId, memberId, organizationId, day } = SOURCES[kind]
	if (part === null)
		return `(SELECT json_build_object('count', count(*)::int, 'shown', '[]'::json) FROM (${fitting}) f)`
	const [en, id] = title
	const thing = `json_build_object('kind', '${kind}', 'id', f."id",
		'title', json_build_object('en', ${markedName('english', en)}, 'id', ${markedName('indonesian', id)}),
		'snippet', json_build_object('en', ${marked('english', joined(text[0]), PASSAGE)},
			'id', ${marked('indonesian', joined(text[1]), PASSAGE)}),
		'commitmentId', ${commitmentId ?? 'NULL'}, 'publishedOn', ${day ?? 'NULL'},
		'member', (SELECT json_build_object('name', json_build_object('en', own."nameEn", 'id', own."nameId"),
			'isDemonstration', own."isDemonstration") FROM "Member" own WHERE own."id" = ${memberId ?? 'NULL'}),
		'organization', (SELECT json_build_object('en', o."nameEn", 'id', o."nameId") FROM "Organization" o
			WHERE o."id" = ${organizationId ?? 'NULL'}))`
	const order = 'f."named" DESC, f."day" DESC, f."id"'
	return `(WITH "fitting" AS MATERIALIZED (${fitting}) SELECT json_build_object(
		'count', (SELECT count(*)::int FROM "fitting"),
		'shown', (SELECT coalesce(json_agg(${thing} ORDER BY ${order}), '[]'::json) FROM (SELECT * FROM "fitting" f
			ORDER BY ${order} LIMIT ${String(part.limit)} OFFSET ${String(part.offset)}) f ${row})))`
}

const Kind = z.object({
	count: z.number(),
	shown: z.array(z.custom<Found>((row) => typeof row === 'object')),
})

async function findKinds(
	ctx: Reader,
	words: string,
	{ kind, page = 1 }: SearchAsked,
): Promise<readonly FoundOfKind[]> {
	const { ofEach, ofOne } = FOUND_AT_ONCE
	const each = { limit: ofEach, offset: 0 }
	const alone = { limit: ofOne, offset: (page - 1) * ofOne }
	const partOf = (one: FoundKind) => (kind === undefined ? each : kind === one ? alone : null)
	const lists = Object.fromEntries(FOUND_KINDS.map((one) => [one, listOf(one, partOf(one))]))
	const listed = [...ctx.withdrawals.withdrawn().keys()]
	const found = await packedLists(ctx, lists, NOT_PUBLIC, words, listed)
	return FOUND_KINDS.map((one) => {
		const { count, shown: things } = Kind.parse(found[one])
		return {
			kind: one,
			count,
			shown: things.map((thing) => ({ ...thing, snippet: onlyMarked(thing.snippet) })),
		}
	})
}

/**
 * The words of published names that are most like some words, where the server can compare them.
 *
 * Returns  null where it cannot, or where a word is like none.
 */
async function findSimilar({ db }: Reader, words: readonly string[]): Promise<string | null> {
	const [able] = await db.$queryRawUnsafe<{ has: boolean }[]>(
		`SELECT EXISTS (SELECT 1 FROM pg_extension WHERE "extname" = 'pg_trgm') AS "has"`,
	)
	if (able?.has !== true) return null
	const rows = await db.$queryRawUnsafe<{ similar: string | null }[]>(SIMILAR, words, NOT_PUBLIC)
	const found = rows.map(({ similar }) => similar)
	if (found.some((word) => word === null)) return null
	const similar = found.join(' ')
	return similar.toLowerCase() === words.join(' ').toLowerCase() ? null : similar
}

const TITLE = `(coalesce(v."titleEn", '') || ' ' || coalesce(v."titleId", ''))`

/** For each word the most similar one among the names of published things: itself, where one has it. */
const SIMILAR = `SELECT (SELECT n."word" FROM (
		SELECT ${TITLE} AS "name" FROM "CommitmentVersion" v JOIN "Commitment" c ON c."id" = v."commitmentId"
			JOIN "ActionPlan" p ON p."id" = c."actionPlanId" WHERE p."status" <> ALL($2::text[]) AND w."typed" <% ${TITLE}
		UNION ALL SELECT ${TITLE} FROM "MilestoneVersion" v JOIN "Milestone" m ON m."id" = v."milestoneId"
			JOIN "Commitment" c ON c."id" = m."commitmentId" JOIN "ActionPlan" p ON p."id" = c."actionPlanId"
			WHERE p."status" <> ALL($2::text[]) AND w."typed" <% ${TITLE}
		UNION ALL SELECT m."nameEn" || ' ' || m."nameId" FROM "Member" m
		UNION ALL SELECT o."nameEn" || ' ' || o."nameId" FROM "Organization" o
	) t CROSS JOIN LATERAL (SELECT lower(s."word") AS "word" FROM regexp_split_to_table(t."name", '[^[:alnum:]]+') AS s("word")) n
	WHERE similarity(n."word", lower(w."typed")) >= 0.4
	GROUP BY n."word" ORDER BY similarity(n."word", lower(w."typed")) DESC, count(*) DESC, n."word" LIMIT 1) AS "similar"
	FROM unnest($1::text[]) WITH ORDINALITY AS w("typed", "at") ORDER BY w."at"`
