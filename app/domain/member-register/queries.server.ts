import type { Context, Transaction } from '#app/domain/context.ts'
import { ANSWER_OUTCOMES } from '#app/domain/consultation/rules.ts'
import { grouped } from '#app/domain/grouped.ts'
import { packedLists } from '#app/domain/packed-rows.ts'
import { OrganizationNames, organizationsIn } from '#app/domain/plan-row/schema.ts'
import { MEMBER_ACT_KINDS } from '#app/ledger/act-kinds.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'
import { Columns, Hidden, MEMBER_ACTS, Minutes } from './schema.ts'
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
	const found = await packedLists(ctx, { ...ACT_LISTS, ...INPUT_LISTS }, ids, READ_KINDS)
	const actsOf = grouped(newestActs(MEMBER_ACTS.rows(found.acts)), ({ memberId }) => memberId)
	const contributionsOf = grouped(contributionsIn(found), ({ memberId }) => memberId)
	const organizations = OrganizationNames.parse(found.names)
	const withMinutes = Minutes.parse(found.minutes)
	return memberIds.map((memberId) =>
		registersOf({
			memberId,
			acts: actsOf.get(memberId) ?? [],
			counts: countsOf(contributionsOf.get(memberId) ?? []),
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
	return countsOf(contributionsIn(await packedLists(ctx, INPUT_LISTS, [...new Set(memberIds)])))
}

const COUNTED_KINDS: readonly MemberActKind[] = [
	'public-contribution.published',
	'public-contribution.hidden',
	'reasoned-answer.published',
]
/** Contributions and answers are counted instead. */
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

/** A contribution to a consultation, and what became of it. */
type Contribution = {
	readonly memberId: string | null
	readonly consultationId: string | null
	/** Null: not answered. */
	readonly outcome: string | null
	readonly answeredOn: string | null
	readonly isHidden: boolean
}

const OF_MEMBERS = 'FROM "MemberAct" WHERE "memberId" = ANY($1::text[]) AND "subjectId" IS NOT NULL'

/**
 * Contributions and answers as columns side by side: thousands of rows are read in half the time. Both are put together
 * here: an engine that has no statistics of its tables compares every contribution with every answer.
 */
const INPUT_LISTS = {
	given: `(SELECT json_build_array(array_agg("recordId"), array_agg("subjectId"), array_agg("memberId")) ${OF_MEMBERS}
		AND "kind" = 'public-contribution.published' AND "version" = 1)`,
	answers: `(SELECT json_build_array(array_agg("subjectId"), array_agg("outcome"), array_agg("publishedOn")) FROM (
		SELECT "subjectId", "publishedOn", CASE WHEN NOT "isRetracted" THEN "said"->>'outcome' END AS "outcome"
		${OF_MEMBERS} AND "kind" = 'reasoned-answer.published' ORDER BY "publishedAt", "version") a)`,
	hidden: `(SELECT json_agg("subjectId") ${OF_MEMBERS} AND "kind" = 'public-contribution.hidden')`,
}

/** Every contribution with its answer: the last one counts, unless that was published in error. */
function contributionsIn(found: Readonly<Record<string, unknown>>): readonly Contribution[] {
	const [subjects, outcomes, days] = Columns.parse(found.answers)
	const answerTo = new Map(subjects.map((id, at) => [id, at]))
	const hidden = new Set(Hidden.parse(found.hidden))
	const [ids, consultations, members] = Columns.parse(found.given)
	return ids.map((id, row): Contribution => {
		const at = answerTo.get(id ?? '')
		return {
			memberId: members[row] ?? null,
			consultationId: consultations[row] ?? null,
			outcome: at === undefined ? null : (outcomes[at] ?? null),
			answeredOn: at === undefined ? null : (days[at] ?? null),
			isHidden: hidden.has(id),
		}
	})
}

function countsOf(contributions: readonly Contribution[]): ReadonlyMap<string, ConsultationCounts> {
	const byConsultation = grouped(contributions, ({ consultationId }) => consultationId)
	return new Map([...byConsultation].map(([id, own]) => [id, countOf(own)]))
}

function countOf(contributions: readonly Contribution[]): ConsultationCounts {
	const answers = new Map<string, number>()
	let [hidden, answered] = [0, 0]
	let lastAnsweredOn: string | null = null
	for (const { outcome, answeredOn, isHidden } of contributions) {
		if (isHidden) hidden += 1
		if (outcome === null) continue
		answered += 1
		answers.set(outcome, (answers.get(outcome) ?? 0) + 1)
		if (answeredOn !== null && answeredOn > (lastAnsweredOn ?? '')) lastAnsweredOn = answeredOn
	}
	return {
		contributions: contributions.length,
		hidden,
		answers: Object.fromEntries(ANSWER_OUTCOMES.map((code) => [code, answers.get(code) ?? 0])),
		answered,
		lastAnsweredOn,
	}
}
