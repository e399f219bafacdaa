import { z } from 'zod'
import type { Context, Transaction } from '#app/domain/context.ts'
import { ANSWER_OUTCOMES } from '#app/domain/consultation/rules.ts'
import { grouped } from '#app/domain/grouped.ts'
import { packedRows } from '#app/domain/packed-rows.ts'
import { organizationNames } from '#app/domain/plan-row/queries.server.ts'
import { columnsOf } from '#app/domain/plan-row/schema.ts'
import { MEMBER_ACT_KINDS } from '#app/ledger/act-kinds.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'
import { MemberActRow } from './schema.ts'
import { registersOf } from './view.ts'
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
	const [newest, contributions] = await Promise.all([
		ctx.db.$queryRawUnsafe(NEWEST, ids, READ_KINDS),
		listContributions(ctx, ids),
	])
	const acts = Acts.parse(newest)
	const organizationIds = [...new Set(acts.map((act) => act.actorOrganizationId))]
	const names = await organizationNames(ctx, organizationIds)
	const actsOf = grouped(acts, ({ memberId }) => memberId)
	const contributionsOf = grouped(contributions, ({ memberId }) => memberId)
	return memberIds.map((memberId) =>
		registersOf({
			memberId,
			acts: actsOf.get(memberId) ?? [],
			counts: countsOf(contributionsOf.get(memberId) ?? []),
			organizations: names,
		}),
	)
}

/** What the consultations of some members brought; by consultation. */
export async function listConsultationCounts(
	ctx: { readonly db: Pick<Transaction, '$queryRawUnsafe'> },
	memberIds: readonly string[],
): Promise<ReadonlyMap<string, ConsultationCounts>> {
	return countsOf(await listContributions(ctx, [...new Set(memberIds)]))
}

/** Each act in its newest version; contributions and answers are counted instead. */
const NEWEST = `SELECT json_agg(row_to_json("act"))::text AS "rows" FROM (
		SELECT DISTINCT ON ("recordId") ${columnsOf(MemberActRow)} FROM "MemberAct"
		WHERE "memberId" = ANY($1::text[]) AND "kind" = ANY($2::text[]) ORDER BY "recordId", "version" DESC
	) "act"`
const Acts = packedRows(MemberActRow)

const COUNTED_KINDS: readonly MemberActKind[] = [
	'public-contribution.published',
	'public-contribution.hidden',
	'reasoned-answer.published',
]
const READ_KINDS = MEMBER_ACT_KINDS.filter((kind) => !COUNTED_KINDS.includes(kind))

/** A contribution to a consultation, and what became of it. */
type Contribution = {
	readonly consultationId: string
	readonly memberId: string
	/** Both null: not answered. */
	readonly outcome: string | null
	readonly answeredOn: string | null
	readonly isHidden: boolean
}

/**
 * Every contribution with its answer, which counts in its newest version, unless that was published in error. Both
 * are put together here: an engine that has no statistics of its tables compares every contribution with every answer.
 */
async function listContributions(
	{ db }: { readonly db: Pick<Transaction, '$queryRawUnsafe'> },
	ids: readonly string[],
): Promise<readonly Contribution[]> {
	const [given, answers, hidings] = await Promise.all([
		db.$queryRawUnsafe(GIVEN, ids),
		db.$queryRawUnsafe(ANSWERS, ids),
		db.$queryRawUnsafe(HIDDEN, ids),
	])
	return contributionsFrom({
		given: Given.parse(given),
		answers: Answers.parse(answers),
		hidden: Hidden.parse(hidings),
	})
}

const Given = packedRows(z.tuple([z.string(), z.string(), z.array(z.string())]))
const GIVEN = `SELECT json_agg(json_build_array("memberId", "subjectId", "ids"))::text AS "rows" FROM (
		SELECT "memberId", "subjectId", json_agg("recordId") AS "ids" FROM "MemberAct"
		WHERE "memberId" = ANY($1::text[]) AND "kind" = 'public-contribution.published' AND "version" = 1
			AND "subjectId" IS NOT NULL
		GROUP BY "memberId", "subjectId"
	) "consultation"`

/** The last one of each contribution is the one that counts. */
const Answers = packedRows(z.tuple([z.string(), z.string().nullable(), z.string(), z.boolean()]))
const ANSWERS = `SELECT json_agg(
		json_build_array("subjectId", "said"->>'outcome', "publishedOn", "isRetracted") ORDER BY "publishedAt", "version"
	)::text AS "rows" FROM "MemberAct"
	WHERE "memberId" = ANY($1::text[]) AND "kind" = 'reasoned-answer.published' AND "subjectId" IS NOT NULL`

const Hidden = packedRows(z.string())
const HIDDEN = `SELECT json_agg("subjectId")::text AS "rows" FROM "MemberAct"
	WHERE "memberId" = ANY($1::text[]) AND "kind" = 'public-contribution.hidden' AND "subjectId" IS NOT NULL`

type Rows = {
	readonly given: z.output<typeof Given>
	readonly answers: z.output<typeof Answers>
	readonly hidden: z.output<typeof Hidden>
}

function contributionsFrom({ given, answers, hidden }: Rows): readonly Contribution[] {
	const answerTo = new Map(answers.map(([contributionId, ...answer]) => [contributionId, answer]))
	const hiddenIds = new Set(hidden)
	return given.flatMap(([memberId, consultationId, contributionIds]) =>
		contributionIds.map((id): Contribution => {
			const [outcome, on, isRetracted] = answerTo.get(id) ?? [null, null, true]
			const answer = isRetracted ? { outcome: null, answeredOn: null } : { outcome, answeredOn: on }
			return { memberId, consultationId, ...answer, isHidden: hiddenIds.has(id) }
		}),
	)
}

function countsOf(contributions: readonly Contribution[]): ReadonlyMap<string, ConsultationCounts> {
	const byConsultation = grouped(contributions, ({ consultationId }) => consultationId)
	return new Map([...byConsultation].map(([id, own]) => [id, countOf(own)]))
}

function countOf(contributions: readonly Contribution[]): ConsultationCounts {
	const answered = contributions.filter(({ outcome }) => outcome !== null)
	const days = answered.flatMap(({ answeredOn }) => answeredOn ?? []).sort()
	const count = (code: string) => answered.filter(({ outcome }) => outcome === code).length
	return {
		contributions: contributions.length,
		hidden: contributions.filter(({ isHidden }) => isHidden).length,
		answers: Object.fromEntries(ANSWER_OUTCOMES.map((code) => [code, count(code)])),
		answered: answered.length,
		lastAnsweredOn: days.at(-1) ?? null,
	}
}
