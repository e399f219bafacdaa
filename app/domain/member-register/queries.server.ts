import type { Context, Transaction } from '#app/domain/context.ts'
import { ANSWER_OUTCOMES } from '#app/domain/consultation/rules.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import { registersOf } from './view.ts'
import type { ConsultationCounts, MemberRegisters } from './view.ts'

/** The registers of one member. */
export async function findRegisters(ctx: Pick<Context, 'db'>, memberId: string): Promise<MemberRegisters> {
	const [found] = await listRegisters(ctx, [memberId])
	return found ?? registersOf({ memberId, acts: [], counts: new Map(), organizations: new Map() })
}

/** The registers of several members, in the order asked for. */
export async function listRegisters(
	{ db }: Pick<Context, 'db'>,
	memberIds: readonly string[],
): Promise<readonly MemberRegisters[]> {
	const ids = [...memberIds]
	const [acts, counts, organizations] = await Promise.all([
		db.$queryRawUnsafe<MemberAct[]>(NEWEST, ids),
		db.$queryRawUnsafe<Counted[]>(COUNTS, ids),
		db.$queryRawUnsafe<{ id: string; nameEn: string; nameId: string }[]>(ORGANIZATIONS, ids),
	])
	const names = new Map(organizations.map(({ id, nameEn, nameId }) => [id, { en: nameEn, id: nameId }]))
	return ids.map((memberId) =>
		registersOf({
			memberId,
			acts: acts.filter((act) => act.memberId === memberId),
			counts: countsOf(counts.filter((count) => count.memberId === memberId)),
			organizations: names,
		}),
	)
}

/** What the consultations of some members brought; by consultation. */
export async function listConsultationCounts(
	{ db }: { readonly db: Pick<Transaction, '$queryRawUnsafe'> },
	memberIds: readonly string[],
): Promise<ReadonlyMap<string, ConsultationCounts>> {
	return countsOf(await db.$queryRawUnsafe<Counted[]>(COUNTS, [...new Set(memberIds)]))
}

/** Each act in its newest version; contributions and answers are counted instead. */
const NEWEST = `SELECT DISTINCT ON ("recordId") * FROM "MemberAct"
	WHERE "memberId" = ANY($1::text[])
		AND "kind" NOT IN ('public-contribution.published', 'public-contribution.hidden', 'reasoned-answer.published')
	ORDER BY "recordId", "version" DESC`

const ORGANIZATIONS = `SELECT "id", "nameEn", "nameId" FROM "Organization"
	WHERE "id" IN (SELECT "actorOrganizationId" FROM "MemberAct" WHERE "memberId" = ANY($1::text[]))`

type Counted = {
	readonly memberId: string
	readonly consultationId: string
	readonly outcome: string | null
	readonly isHidden: boolean
	readonly count: number
	readonly lastOn: string | null
}

/** By consultation and outcome; an answer counts in its newest version, unless that was published in error. */
const COUNTS = `WITH "given" AS (
		SELECT "recordId", "memberId", "subjectId" AS "consultationId" FROM "MemberAct"
		WHERE "memberId" = ANY($1::text[]) AND "kind" = 'public-contribution.published' AND "version" = 1
	), "answer" AS (
		SELECT DISTINCT ON ("subjectId") "subjectId", "said"->>'outcome' AS "outcome", "publishedOn", "isRetracted"
		FROM "MemberAct" WHERE "memberId" = ANY($1::text[]) AND "kind" = 'reasoned-answer.published'
		ORDER BY "subjectId", "publishedAt" DESC, "version" DESC
	), "hiding" AS (
		SELECT DISTINCT "subjectId" FROM "MemberAct"
		WHERE "memberId" = ANY($1::text[]) AND "kind" = 'public-contribution.hidden'
	)
	SELECT g."memberId", g."consultationId", a."outcome", h."subjectId" IS NOT NULL AS "isHidden",
		count(*)::int AS "count", max(a."publishedOn") AS "lastOn"
	FROM "given" g
	LEFT JOIN "answer" a ON a."subjectId" = g."recordId" AND NOT a."isRetracted"
	LEFT JOIN "hiding" h ON h."subjectId" = g."recordId"
	GROUP BY 1, 2, 3, 4`

function countsOf(rows: readonly Counted[]): ReadonlyMap<string, ConsultationCounts> {
	const ids = [...new Set(rows.map((row) => row.consultationId))]
	return new Map(ids.map((id) => [id, countOf(rows.filter((row) => row.consultationId === id))]))
}

function countOf(rows: readonly Counted[]): ConsultationCounts {
	const sum = (some: readonly Counted[]) => some.reduce((total, { count }) => total + count, 0)
	const answered = rows.filter(({ outcome }) => outcome !== null)
	const days = answered.flatMap(({ lastOn }) => lastOn ?? []).sort()
	return {
		contributions: sum(rows),
		hidden: sum(rows.filter(({ isHidden }) => isHidden)),
		answers: Object.fromEntries(
			ANSWER_OUTCOMES.map((code) => [code, sum(answered.filter(({ outcome }) => outcome === code))]),
		),
		answered: sum(answered),
		lastAnsweredOn: days.at(-1) ?? null,
	}
}
