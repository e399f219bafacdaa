import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Context } from '#app/domain/context.ts'
import { packedRows } from '#app/domain/packed-rows.ts'
import { NOT_PUBLIC } from '#app/domain/plan-row/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import { ChangeRow } from './schema.ts'
import { changeView } from './view.ts'
import type { ChangePage, ChangeScope } from './view.ts'

type Asking = Pick<Context, 'db' | 'withdrawals'>

/** Changes on a page and in a feed. */
export const CHANGES_AT_ONCE = 50

const ChangeRows = packedRows(ChangeRow)

/**
 * What was published, the newest entry of the log first; what was withdrawn is not named, nor what was said about it.
 * Refuses with `not_found` where there is no such public plan, commitment or organization.
 */
export async function listChanges(
	ctx: Asking,
	scope: ChangeScope,
	before?: number,
): Promise<ChangePage & { readonly name: Bilingual | null }> {
	const name = await nameOfScope(ctx, scope)
	const hidden = [...(await withdrawnRecordIds(ctx))]
	const at = before ?? null
	const given = [NOT_PUBLIC, hidden, at, CHANGES_AT_ONCE + 1]
	const rows = ChangeRows.parse(
		scope.of === 'SITE'
			? await ctx.db.$queryRawUnsafe(OF_SITE, ...given)
			: await ctx.db.$queryRawUnsafe(STATEMENT_OF[scope.of], ...given, scope.id),
	)
	const shown = rows.slice(0, CHANGES_AT_ONCE)
	const more = rows.length > shown.length
	return { name, changes: shown.map(changeView), before: more ? (shown.at(-1)?.index ?? null) : null }
}

/** What a list is of, in words; null for the whole site. Refuses with `not_found` what is not public. */
export async function nameOfScope(
	{ db }: Pick<Context, 'db'>,
	scope: ChangeScope,
): Promise<Bilingual | null> {
	if (scope.of === 'SITE') return null
	if (scope.of === 'ORGANIZATION') {
		const found = await db.organization.findUnique({ where: { id: scope.id } })
		if (!found) throw new Refusal('not_found')
		return { en: found.nameEn, id: found.nameId }
	}
	const isPublic = { status: { notIn: NOT_PUBLIC } }
	const found =
		scope.of === 'PLAN'
			? await db.actionPlan.findFirst({ where: { id: scope.id, ...isPublic }, select: NEWEST })
			: await db.commitment.findFirst({ where: { id: scope.id, actionPlan: isPublic }, select: NEWEST })
	if (!found) throw new Refusal('not_found')
	const [text] = found.versions
	return { en: text?.titleEn ?? null, id: text?.titleId ?? null }
}

const NEWEST = {
	versions: { orderBy: { version: 'desc' }, take: 1, select: { titleEn: true, titleId: true } },
} as const

/** A table of acts: what names its record, and what the act is about. */
type Source = {
	readonly table: string
	readonly record?: string
	readonly plan?: string
	readonly commitment?: string
	readonly milestone?: string
	readonly member?: string
	/** A finding without which the act would not be there. */
	readonly under?: string
	/** Who withdrew something is said nowhere. */
	readonly isUnsigned?: true
	/** Texts keep the day of their publication only. */
	readonly isDayOnly?: true
}

const PLAN = { plan: '"actionPlanId"' }
const COMMITMENT = { commitment: '"commitmentId"' }
const MILESTONE = { ...COMMITMENT, milestone: '"milestoneId"' }
const SIGNED_FINDING = `COALESCE((SELECT d."verificationRecordId" FROM "VerifierDecision" d
	WHERE d."recordId" = v."signedRecordId" LIMIT 1), v."signedRecordId")`

const SOURCES: readonly Source[] = [
	{ table: 'ActionPlanVersion', record: '"actionPlanId"', ...PLAN, isDayOnly: true },
	{ table: 'CommitmentVersion', record: '"commitmentId"', ...COMMITMENT, isDayOnly: true },
	{ table: 'MilestoneVersion', record: '"milestoneId"', milestone: '"milestoneId"', isDayOnly: true },
	{ table: 'ProgressUpdate', milestone: '"milestoneId"' },
	{ table: 'Verification', ...MILESTONE },
	{ table: 'Withdrawal', ...MILESTONE, isUnsigned: true },
	{ table: 'IrmCoding', ...PLAN, ...COMMITMENT },
	{ table: 'CommitmentLevel', ...COMMITMENT },
	{ table: 'ReportSnapshot', ...PLAN },
	{ table: 'PlanStage', ...PLAN, member: '"memberId"' },
	{ table: 'Amendment', ...PLAN },
	{ table: 'CheckpointReopening', ...PLAN },
	{ table: 'SelfAssessment', ...PLAN },
	{ table: 'ObligationWaiver', ...PLAN },
	{ table: 'LocalAssessment', ...PLAN, ...COMMITMENT },
	{ table: 'Reply', ...MILESTONE, under: 'v."verificationRecordId"' },
	{ table: 'VerifierDecision', ...MILESTONE, under: 'v."verificationRecordId"' },
	{ table: 'Recusal', ...COMMITMENT },
	{ table: 'CsoAccountChange', member: '"memberId"' },
	{ table: 'ActSignature', under: SIGNED_FINDING },
	{ table: 'Observation', ...MILESTONE },
	{ table: 'ObservationHiding', ...MILESTONE },
	{ table: 'MemberAct', ...PLAN, member: '"memberId"' },
	{ table: 'RuleSetPublication' },
	{ table: 'ApplicationCallPublication' },
]

const column = (name: string | undefined) => (name === undefined ? 'NULL::text' : `v.${name}`)

/** The acts of a table among which the changes are. */
function actsIn(source: Source, where: string): string {
	const { record = '"recordId"', plan, commitment, milestone, member, under, isDayOnly, isUnsigned } = source
	const at = isDayOnly ? 'NULL::timestamp' : 'v."publishedAt"'
	return `SELECT v.${record} AS "recordId", v."version", v."publishedOn" AS "on", ${at} AS "at",
			${column(isUnsigned ? undefined : '"actorOrganizationId"')} AS "actorOrganizationId", ${column(plan)} AS "planId", ${column(commitment)} AS "commitmentId",
			${column(milestone)} AS "milestoneId", ${column(member)} AS "memberId", ${under ?? 'NULL::text'} AS "under"
		FROM "${source.table}" v WHERE ${where}`
}

/**
 * $1 stages of plans that are not public · $2 records that are withdrawn · $3 only entries before this one · $4 how many
 * · $5 what they are of
 */
function changesIn(whereOf: (source: Source) => string | null): string {
	const acts = SOURCES.flatMap((source) => {
		const where = whereOf(source)
		return where === null ? [] : [actsIn(source, where)]
	})
	const newest = (table: string, key: string, id: string) =>
		`LEFT JOIN LATERAL (SELECT t."titleEn", t."titleId" FROM "${table}" t WHERE t."${key}" = ${id}
			ORDER BY t."version" DESC LIMIT 1)`
	return `WITH entries AS (
			SELECT e."index", e."kind", a.* FROM (${acts.join('\nUNION ALL\n')}) a
			JOIN "LedgerEntry" e ON e."recordId" = a."recordId" AND e."version" = a."version"
			WHERE ($3::int IS NULL OR e."index" < $3::int) AND (e."kind" = 'verification.withdrawn'
				OR (a."recordId" <> ALL($2::text[]) AND COALESCE(a."under", '') <> ALL($2::text[])))
			ORDER BY e."index" DESC LIMIT $4::int
		)
		SELECT json_agg(json_build_object(
			'index', a."index", 'recordId', a."recordId", 'version', a."version", 'kind', a."kind", 'on', a."on",
			'atMs', (extract(epoch FROM a."at") * 1000)::float8, 'organizationId', a."actorOrganizationId",
			'organizationEn', o."nameEn", 'organizationId_', o."nameId",
			'memberId', b."id", 'memberEn', b."nameEn", 'memberId_', b."nameId",
			'isDemonstration', COALESCE(b."isDemonstration", o."isDemonstration", false),
			'planId', p."id", 'planEn', pt."titleEn", 'planId_', pt."titleId",
			'commitmentId', c."id", 'commitmentEn', ct."titleEn", 'commitmentId_', ct."titleId",
			'milestoneId', m."id") ORDER BY a."index" DESC)::text AS "rows"
		FROM entries a
		LEFT JOIN "Milestone" m ON m."id" = a."milestoneId"
		LEFT JOIN "Commitment" c ON c."id" = COALESCE(a."commitmentId", m."commitmentId")
		LEFT JOIN "ActionPlan" p ON p."id" = COALESCE(a."planId", c."actionPlanId") AND p."status" <> ALL($1::text[])
		LEFT JOIN "Member" b ON b."id" = COALESCE(a."memberId", p."memberId")
		LEFT JOIN "Organization" o ON o."id" = a."actorOrganizationId"
		${newest('ActionPlanVersion', 'actionPlanId', 'p."id"')} pt ON true
		${newest('CommitmentVersion', 'commitmentId', 'c."id"')} ct ON true`
}

/** The newest entries first tell which records are read at all; some may be about what was withdrawn. */
const OF_SITE = changesIn(
	({ record = '"recordId"' }) => `v.${record} IN (SELECT e."recordId" FROM "LedgerEntry" e
		WHERE ($3::int IS NULL OR e."index" < $3::int)
			AND (e."kind" = 'verification.withdrawn' OR e."recordId" <> ALL($2::text[]))
		ORDER BY e."index" DESC LIMIT $4::int + 200)`,
)

const OF_PLAN_COMMITMENTS = '(SELECT c."id" FROM "Commitment" c WHERE c."actionPlanId" = $5)'

const STATEMENT_OF = {
	PLAN: changesIn(({ plan, commitment, milestone }) => {
		if (plan) return `v.${plan} = $5`
		if (commitment) return `v.${commitment} IN ${OF_PLAN_COMMITMENTS}`
		if (!milestone) return null
		return `v.${milestone} IN (SELECT m."id" FROM "Milestone" m WHERE m."commitmentId" IN ${OF_PLAN_COMMITMENTS})`
	}),
	COMMITMENT: changesIn(({ commitment, milestone }) => {
		if (commitment) return `v.${commitment} = $5`
		if (!milestone) return null
		return `v.${milestone} IN (SELECT m."id" FROM "Milestone" m WHERE m."commitmentId" = $5)`
	}),
	ORGANIZATION: changesIn(({ isUnsigned }) => (isUnsigned ? null : `v."actorOrganizationId" = $5`)),
}
