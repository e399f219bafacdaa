import { z } from 'zod'
import type { Context, Transaction } from '#app/domain/context.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { INDEPENDENT_LISTS, independentRows } from '#app/domain/independent-record/queries.server.ts'
import { actsAround } from '#app/domain/independent-record/view.ts'
import { packedLists, packedRows } from '#app/domain/packed-rows.ts'
import type { PlanRow, PlanRows } from '#app/domain/plan-record/view.ts'
import { GOES_ON_ELSEWHERE } from '#app/domain/published-text/rules.ts'
import { successorsOf } from '#app/domain/published-text/view.ts'
import type { CommitmentRow } from '#app/domain/published-text/view.ts'
import { withoutWithdrawn } from '#app/domain/withdrawal/view.ts'
import {
	AMENDMENTS,
	CHECKPOINTS,
	CLAIMS,
	CLAIM_WORDS,
	CODINGS,
	COMMITMENTS,
	COMMITMENT_TEXTS,
	EVIDENCE,
	EVIDENCE_WORDS,
	FINDINGS,
	FINDING_WORDS,
	LEVELS,
	MEMBERS,
	MILESTONES,
	MILESTONE_TEXTS,
	OrganizationNames,
	PLANS,
	PLAN_TEXTS,
	RULE_SETS,
	WITHDRAWALS,
	organizationsIn,
} from './schema.ts'
import { placesOf, planRows, rowsByPlan, withVersions } from './view.ts'
import type { RowsOfPlans } from './view.ts'

type Asking = { readonly db: Pick<Transaction, '$queryRawUnsafe'> }

/** Stages in which a plan is not public yet: nobody outside its own side learns that it exists. */
export const NOT_PUBLIC = ['DRAFT']

/** Which public plans are wanted; all where nothing is said. */
export type WantedPlans = {
	readonly ids?: readonly string[]
	readonly member?: string | undefined
	readonly level?: string | undefined
}

const WANTED = PLANS.list(`v."status" <> ALL($1::text[]) AND ($2::text[] IS NULL OR v."id" = ANY($2::text[]))
	AND ($3::text IS NULL OR v."memberId" = $3::text)
	AND ($4::text IS NULL OR v."memberId" IN (SELECT m."id" FROM "Member" m WHERE m."level" = $4::text))`)

const OF_PLANS = 'v."actionPlanId" = ANY($1::text[])'
const NEWEST = `${OF_PLANS} AND v."version" =
	(SELECT max(n."version") FROM "ActionPlanVersion" n WHERE n."actionPlanId" = v."actionPlanId")`

/** The members ($2) and rules ($3) of plans ($1), their newest texts, and how many commitments of them go on here. */
const HEAD_LISTS = {
	members: MEMBERS.list('v."id" = ANY($2::text[])'),
	ruleSets: RULE_SETS.list('v."id" = ANY($3::text[])'),
	texts: PLAN_TEXTS.list(NEWEST),
	importers: organizationsIn(`SELECT v."importedById" FROM "ActionPlanVersion" v WHERE ${OF_PLANS}`),
	commitments: `(SELECT json_object_agg(c."actionPlanId", c."here") FROM (
		SELECT v."actionPlanId", count(*) AS "here" FROM "Commitment" v WHERE ${OF_PLANS}
			AND NOT EXISTS (SELECT 1 FROM "CommitmentVersion" t
				WHERE t."commitmentId" = v."id" AND t."standing" = ANY($4::text[]))
		GROUP BY v."actionPlanId") c)`,
}

/** The public plans that are wanted, with the names of those who imported them. */
export async function listPlanHeads(ctx: Asking, { ids, member, level }: WantedPlans) {
	const given = [NOT_PUBLIC, ids ?? null, member ?? null, level ?? null]
	const plans = PLANS.rows((await packedLists(ctx, { plans: WANTED }, ...given)).plans)
	const named = [
		plans.map(({ id }) => id),
		plans.map(({ memberId }) => memberId),
		plans.map(({ ruleSetId }) => ruleSetId),
	]
	const found = await packedLists(ctx, HEAD_LISTS, ...named, GOES_ON_ELSEWHERE)
	const rows = planRows(plans, {
		members: MEMBERS.rows(found.members),
		ruleSets: RULE_SETS.rows(found.ruleSets),
		texts: PLAN_TEXTS.rows(found.texts),
		commitmentsHere: CommitmentsHere.parse(found.commitments),
	})
	return { rows, organizations: OrganizationNames.parse(found.importers) }
}

const CommitmentsHere = z
	.record(z.string(), z.number())
	.nullable()
	.transform((counts) => new Map(Object.entries(counts ?? {})))

/** How much of acts is read: pages tell their words; levels and deadlines are computed without them. */
export type Reading = 'WHOLE' | 'WITHOUT_WORDS'

/** The rows that the public records of some plans are made of, in as many statements as those of one plan. */
export async function listPlanRows(
	ctx: Context,
	plans: readonly PlanRow[],
	reading: Reading,
): Promise<readonly PlanRows[]> {
	if (plans.length === 0) return []
	const said = await saidOn(ctx, plans, ACT_LISTS[reading])
	const around = await surroundingsOf(ctx, said, AROUND_LISTS[reading])
	return rowsByPlan(plans, { ...said, ...around, today: utcDay(ctx.now) })
}

const IN_PLANS = 'IN (SELECT c."id" FROM "Commitment" c WHERE c."actionPlanId" = ANY($1::text[]))'
const LAST_FIRST = 'v."version" DESC'

const TEXT_LISTS = {
	commitments: COMMITMENTS.list(OF_PLANS, 'v."position"'),
	commitmentTexts: COMMITMENT_TEXTS.list(`v."commitmentId" ${IN_PLANS}`, LAST_FIRST),
	milestones: MILESTONES.list(`v."commitmentId" ${IN_PLANS}`, 'v."position"'),
	milestoneTexts: MILESTONE_TEXTS.list(
		`v."milestoneId" IN (SELECT m."id" FROM "Milestone" m WHERE m."commitmentId" ${IN_PLANS})`,
		LAST_FIRST,
	),
	planTexts: PLAN_TEXTS.list(OF_PLANS, LAST_FIRST),
	checkpoints: CHECKPOINTS.list(OF_PLANS, 'v."dueOn"'),
	codings: CODINGS.list(OF_PLANS, LAST_FIRST),
	amendments: AMENDMENTS.list(OF_PLANS),
	size: '(SELECT "size" FROM "LedgerHead" WHERE "id" = 1)',
}

async function textsOf(ctx: Context, planIds: readonly string[]) {
	const found = await packedLists(ctx, TEXT_LISTS, planIds)
	const commitmentTexts = COMMITMENT_TEXTS.rows(found.commitmentTexts)
	const milestoneTexts = MILESTONE_TEXTS.rows(found.milestoneTexts)
	const commitments = COMMITMENTS.rows(found.commitments)
	return {
		commitments: withVersions(commitments, commitmentTexts, ({ commitmentId }) => commitmentId),
		milestones: withVersions(
			MILESTONES.rows(found.milestones),
			milestoneTexts,
			({ milestoneId }) => milestoneId,
		),
		planVersions: PLAN_TEXTS.rows(found.planTexts),
		checkpoints: CHECKPOINTS.rows(found.checkpoints),
		codings: CODINGS.rows(found.codings),
		amendments: AMENDMENTS.rows(found.amendments),
		ledgerSize: z.number().parse(found.size),
	}
}

const OF_MILESTONES = 'v."milestoneId" = ANY($2::text[])'
const OF_COMMITMENTS = 'v."commitmentId" = ANY($1::text[])'
const WHOLE_ACTS = {
	claims: CLAIMS.list(OF_MILESTONES, LAST_FIRST),
	findings: FINDINGS.list(OF_COMMITMENTS, LAST_FIRST),
	withdrawals: WITHDRAWALS.list('v."commitmentId" = ANY($1::text[])'),
	levels: LEVELS.list('v."commitmentId" = ANY($1::text[])', LAST_FIRST),
	...INDEPENDENT_LISTS,
}
const ACT_LISTS = {
	WHOLE: WHOLE_ACTS,
	WITHOUT_WORDS: {
		...WHOLE_ACTS,
		claims: CLAIMS.listWithout(CLAIM_WORDS, OF_MILESTONES, LAST_FIRST),
		findings: FINDINGS.listWithout(FINDING_WORDS, OF_COMMITMENTS, LAST_FIRST),
	},
}

async function saidOn(ctx: Context, plans: readonly PlanRow[], lists: typeof WHOLE_ACTS) {
	const planIds = plans.map(({ id }) => id)
	const texts = await textsOf(ctx, planIds)
	const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
	const found = await packedLists(ctx, lists, ids(texts.commitments), ids(texts.milestones), planIds)
	const claims = CLAIMS.rows(found.claims)
	const levels = LEVELS.rows(found.levels)
	const stored = WITHDRAWALS.rows(found.withdrawals)
	const { shown, withdrawals } = withoutWithdrawn(FINDINGS.rows(found.findings), {
		known: stored.filter(({ ledgerIndex }) => ledgerIndex !== null),
		listed: ctx.withdrawals.withdrawn(),
	})
	const independent = await independentRows(ctx, plans, { found, shown })
	const { replies, decisions, recusals, assessments, observations } = independent
	const elsewhere = await elsewhereOf(ctx, texts.commitments)
	const { ledgerIndexes: further, amendments, commitments } = elsewhere
	const indexes = new Map([
		...further,
		...placesOf(texts.planVersions, ({ actionPlanId }) => actionPlanId),
		...texts.commitments.flatMap(({ id, versions }) => placesOf(versions, () => id)),
		...texts.milestones.flatMap(({ id, versions }) => placesOf(versions, () => id)),
		...placesOf([...claims, ...shown, ...levels, ...stored], recordOf),
		...placesOf([...texts.codings, ...texts.amendments], recordOf),
		...placesOf([...replies, ...decisions, ...recusals, ...assessments, ...observations], recordOf),
	])
	return {
		...texts,
		...{ claims, verifications: shown, withdrawals, levels, independent, indexes },
		...{ elsewhere: commitments, amendments: [...texts.amendments, ...amendments] },
	}
}

function recordOf({ recordId }: { readonly recordId: string }): string {
	return recordId
}

const TEXTS = { orderBy: { version: 'desc' }, omit: { salt: true } } as const

/** The commitments of other plans that those of some plans came from or went to, with the amendments of these plans. */
async function elsewhereOf({ db }: Context, commitments: readonly Pick<CommitmentRow, 'versions'>[]) {
	const named = commitments.flatMap(({ versions: [text] }) =>
		text ? [...successorsOf(text), text.carriedOverFrom ?? ''] : [],
	)
	const ids = [...new Set(named)].filter((id) => id !== '')
	if (ids.length === 0) return { commitments: [], amendments: [], ledgerIndexes: new Map<string, number>() }
	const found = await db.commitment.findMany({
		where: { id: { in: ids }, actionPlan: { status: { notIn: NOT_PUBLIC } } },
		include: { versions: TEXTS, milestones: { include: { versions: TEXTS } } },
	})
	const planIds = found.map((commitment) => commitment.actionPlanId)
	const amendments = await db.amendment.findMany({ where: { actionPlanId: { in: planIds } } })
	const recordIds = amendments.map(({ recordId }) => recordId)
	return { commitments: found, amendments, ledgerIndexes: await ledgerIndexes({ db }, recordIds) }
}

type Said = Omit<RowsOfPlans, 'evidence' | 'organizations' | 'today'>

const OF_ACTS = 'v."recordId" = ANY($1::text[])'
const WHOLE_AROUND = {
	evidence: EVIDENCE.list(OF_ACTS, 'v."position"'),
	organizations: organizationsIn('SELECT unnest($2::text[])'),
}
const AROUND_LISTS = {
	WHOLE: WHOLE_AROUND,
	WITHOUT_WORDS: {
		...WHOLE_AROUND,
		evidence: EVIDENCE.listWithout(EVIDENCE_WORDS, OF_ACTS, 'v."position"'),
	},
}

/** What rows point to: their evidence and the organizations behind them. */
async function surroundingsOf(ctx: Context, rows: Said, lists: typeof WHOLE_AROUND) {
	const versions = [
		...rows.planVersions,
		...rows.commitments.flatMap((row) => row.versions),
		...rows.milestones.flatMap((row) => row.versions),
	]
	const { amendments, claims, verifications, codings, levels, independent } = rows
	const around = actsAround(independent)
	const acts = [...claims, ...verifications, ...codings, ...levels, ...around]
	const organizationIds = [
		...[...claims, ...verifications, ...levels].map((act) => act.organizationId),
		...amendments.map((act) => act.actorOrganizationId),
		...around.map((act) => act.actorOrganizationId),
		...independent.recusals.flatMap((act) => act.replacementOrganizationId ?? []),
		...[...versions, ...claims, ...codings].flatMap((row) => row.importedById ?? []),
	]
	const given = [acts.map((act) => act.recordId), organizationIds].map((ids) => [...new Set(ids)])
	const { evidence, organizations } = await packedLists(ctx, lists, ...given)
	return { evidence: EVIDENCE.rows(evidence), organizations: OrganizationNames.parse(organizations) }
}

const Entries = packedRows(z.tuple([z.string(), z.number(), z.number()]))

/** Positions in the log by `recordId@version`. */
export async function ledgerIndexes(
	{ db }: Pick<Context, 'db'>,
	recordIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
	if (recordIds.length === 0) return new Map()
	const entries = await db.$queryRawUnsafe(
		`SELECT json_agg(json_build_array("recordId", "version", "index"))::text AS "rows"
		FROM "LedgerEntry" WHERE "recordId" = ANY($1::text[])`,
		recordIds,
	)
	return new Map(
		Entries.parse(entries).map(([recordId, version, index]) => [`${recordId}@${String(version)}`, index]),
	)
}

/** Names of organizations by their ids. */
export async function organizationNames({ db }: Pick<Context, 'db'>, ids: readonly string[]) {
	if (ids.length === 0) return new Map<string, { en: string; id: string }>()
	const rows = await db.organization.findMany({
		where: { id: { in: [...new Set(ids)] } },
		select: { id: true, nameEn: true, nameId: true },
	})
	return new Map(rows.map((row) => [row.id, { en: row.nameEn, id: row.nameId }]))
}
