import type { Context, Transaction } from '#app/domain/context.ts'
import { grouped } from '#app/domain/grouped.ts'
import { packedLists } from '#app/domain/packed-rows.ts'
import { OrganizationNames, organizationsIn } from '#app/domain/plan-row/schema.ts'
import { MEMBER_ACT_KINDS } from '#app/ledger/act-kinds.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'
import type { ConsultationCount } from '#prisma/generated/client.ts'
import { AnswerCounts, CONSULTATION_COUNTS, MEMBER_ACTS, Minutes } from './schema.ts'
import { newestActs, registersOf } from './view.ts'
import type { ConsultationCounts, MemberRegisters } from './view.ts'

/** The registers of one member. */
export async function findRegisters(ctx: Pick<Context, 'db'>, memberId: string): Promise<MemberRegisters> {
	const [found] = await listRegisters(ctx, [memberId])
	return found ?? registersOf({ memberId, acts: [], counts: new Map(), organizations: new Map() })
}

/** The registers of several members, in the order asked for. */
export async function listRegisters(
	ctx: Pick<Context, 'db'>,
	memberIds: readonly string[],
): Promise<readonly MemberRegisters[]> {
	const ids = [...new Set(memberIds)]
	const found = await packedLists(ctx, { ...ACT_LISTS, ...COUNT_LISTS }, ids, READ_KINDS)
	const actsOf = grouped(newestActs(MEMBER_ACTS.rows(found.acts)), ({ memberId }) => memberId)
	const countsOf = grouped(CONSULTATION_COUNTS.rows(found.counts), ({ memberId }) => memberId)
	const organizations = OrganizationNames.parse(found.names)
	const withMinutes = Minutes.parse(found.minutes)
	return memberIds.map((memberId) =>
		registersOf({
			memberId,
			acts: actsOf.get(memberId) ?? [],
			counts: byConsultation(countsOf.get(memberId) ?? []),
			organizations,
			withMinutes,
		}),
	)
}

/** What the consultations of some members brought; by consultation. */
export async function listConsultationCounts(
	ctx: { readonly db: Pick<Transaction, '$queryRawUnsafe'> },
	memberIds: readonly string[],
): Promise<ReadonlyMap<string, ConsultationCounts>> {
	const found = await packedLists(ctx, COUNT_LISTS, [...new Set(memberIds)])
	return byConsultation(CONSULTATION_COUNTS.rows(found.counts))
}

const COUNTED_KINDS: readonly MemberActKind[] = [
	'public-contribution.published',
	'public-contribution.hidden',
	'reasoned-answer.published',
]
/** Contributions and answers are counted instead; the database keeps the counts with each act. */
const READ_KINDS = MEMBER_ACT_KINDS.filter((kind) => !COUNTED_KINDS.includes(kind))

const READ = '"memberId" = ANY($1::text[]) AND "kind" = ANY($2::text[])'
const ACT_LISTS = {
	acts: MEMBER_ACTS.list(READ),
	names: organizationsIn(`SELECT "actorOrganizationId" FROM "MemberAct" WHERE ${READ}`),
	/** Versions of meetings that came with a file that everyone can open and that was put forward as the minutes. */
	minutes: `(SELECT json_agg(act."recordId" || ' ' || act."version") FROM "MemberAct" act
		JOIN "Evidence" piece ON piece."recordId" = act."recordId" AND piece."recordVersion" = act."version"
		WHERE act."memberId" = ANY($1::text[]) AND act."kind" = 'meeting.published'
			AND piece."kind" = 'MINUTES' AND piece."visibility" = 'PUBLIC' AND piece."fileSha256" IS NOT NULL)`,
}

const COUNT_LISTS = { counts: CONSULTATION_COUNTS.list('"memberId" = ANY($1::text[])') }

/** Consultations of which the kept count is not what the acts say. */
export async function listDoubtedCounts({
	db,
}: {
	readonly db: Pick<Transaction, '$queryRawUnsafe'>
}): Promise<readonly string[]> {
	const rows = await db.$queryRawUnsafe<{ consultationId: string }[]>(DOUBTED_COUNTS)
	return rows.map(({ consultationId }) => consultationId)
}

const DOUBTED_COUNTS = `WITH "due" AS (SELECT * FROM count_contributions(ARRAY(SELECT "id" FROM "Member"))),
	"kept" AS (SELECT * FROM "ConsultationCount")
	SELECT DISTINCT "consultationId" FROM (
		(SELECT * FROM "due" EXCEPT SELECT * FROM "kept") UNION ALL (SELECT * FROM "kept" EXCEPT SELECT * FROM "due")
	) AS "doubted" ORDER BY "consultationId"`

function byConsultation(rows: readonly ConsultationCount[]): ReadonlyMap<string, ConsultationCounts> {
	return new Map(
		rows.map(({ consultationId, answers, contributions, hidden, answered, lastAnsweredOn }) => [
			consultationId,
			{ contributions, hidden, answered, lastAnsweredOn, answers: AnswerCounts.parse(answers) },
		]),
	)
}
