import { z } from 'zod'
import type { Context } from '#app/domain/context.ts'
import { packedRows } from '#app/domain/packed-rows.ts'
import { NOT_PUBLIC } from '#app/domain/plan-row/queries.server.ts'
import { PAGES_PER_PART } from './rules.ts'
import { PAGE_NOUNS } from './view.ts'
import type { PageNoun, PublicPage } from './view.ts'

type Asking = Pick<Context, 'db'>

const Counts = z.tuple([z.record(z.enum(PAGE_NOUNS), z.number())])
const Pages = packedRows(z.object({ id: z.string(), lastActOn: z.string().nullable() }))

/** What is listed comes from published texts and from the kept lists, which know nothing else. */
const PUBLIC_PLANS = `SELECT p."id", p."memberId", GREATEST(
		(SELECT max(v."publishedOn") FROM "ActionPlanVersion" v WHERE v."actionPlanId" = p."id"),
		(SELECT max(l."lastActOn") FROM "ListedCommitment" l WHERE l."actionPlanId" = p."id")) AS "lastActOn"
	FROM "ActionPlan" p WHERE NOT p."status" = ANY($1::text[])
		AND EXISTS (SELECT 1 FROM "ActionPlanVersion" v WHERE v."actionPlanId" = p."id")`

const PAGES_OF: Readonly<Record<PageNoun, string>> = {
	members: `SELECT m."id", (SELECT max(q."lastActOn") FROM (${PUBLIC_PLANS}) q WHERE q."memberId" = m."id") AS "lastActOn"
		FROM "Member" m WHERE $1::text[] IS NOT NULL`,
	organizations: `SELECT o."id", NULL::text AS "lastActOn" FROM "Organization" o WHERE $1::text[] IS NOT NULL`,
	plans: PUBLIC_PLANS,
	commitments: `SELECT l."commitmentId" AS "id", l."lastActOn" FROM "ListedCommitment" l
		JOIN "ActionPlan" p ON p."id" = l."actionPlanId" WHERE NOT p."status" = ANY($1::text[])`,
}

/** How many public pages there are of each kind. The lists of commitments have to be kept before. */
export async function countPublicPages({ db }: Asking): Promise<Readonly<Record<PageNoun, number>>> {
	const count = (noun: PageNoun) => `(SELECT count(*)::int FROM (${PAGES_OF[noun]}) c) AS "${noun}"`
	const [counts] = Counts.parse(
		await db.$queryRawUnsafe(`SELECT ${PAGE_NOUNS.map(count).join(', ')}`, NOT_PUBLIC),
	)
	return counts
}

/** One part of the public pages of a kind, in the order of their ids; nothing where there is no such part. */
export async function listPublicPages(
	{ db }: Asking,
	noun: PageNoun,
	part: number,
): Promise<readonly PublicPage[]> {
	return Pages.parse(
		await db.$queryRawUnsafe(
			`SELECT json_agg(json_build_object('id', c."id", 'lastActOn', c."lastActOn") ORDER BY c."id" COLLATE "C")::text AS "rows"
				FROM (SELECT * FROM (${PAGES_OF[noun]}) a ORDER BY a."id" COLLATE "C" LIMIT $2::int OFFSET $3::int) c`,
			NOT_PUBLIC,
			PAGES_PER_PART,
			(part - 1) * PAGES_PER_PART,
		),
	)
}
