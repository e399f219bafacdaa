import type { Transaction } from '#app/domain/context.ts'
import { actedIn, bytesIn, codedIn, piecesIn, sealedRow, thingIn } from './schema.ts'
import type { AsJson } from './schema.ts'
import { isIndependent, isMemberAct } from './view.ts'
import type { ActRows, IndependentKind, StoredAct } from './view.ts'
import { MEMBER_ACT_KINDS, isMemberActKind } from '#app/ledger/act-kinds.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'
import { ACT_KINDS } from '#app/ledger/leaf.ts'
import type { ActKind } from '#app/ledger/leaf.ts'
import type {
	ActionPlan,
	ActionPlanVersion,
	ActSignature,
	Amendment,
	ApplicationCallPublication,
	ApplicationCallVersion,
	ApplicationFieldSet,
	CheckpointReopening,
	Commitment,
	CommitmentLevel,
	CommitmentVersion,
	CsoAccountChange,
	Evidence,
	IrmCoding,
	LocalAssessment,
	MemberAct,
	Milestone,
	MilestoneVersion,
	Observation,
	ObservationHiding,
	ObligationWaiver,
	PlanStage,
	ProgressUpdate,
	Recusal,
	Reply,
	ReportSnapshot,
	RuleSet,
	RuleSetPublication,
	SelfAssessment,
	Verification,
	VerifierDecision,
	Withdrawal,
} from '#prisma/generated/client.ts'

type Key = { readonly recordId: string; readonly version: number }
type Reading = Pick<Transaction, '$queryRawUnsafe'>

/** The stored acts of one record, whatever their kinds. */
export async function actsOf(db: Reading, recordId: string): Promise<readonly StoredAct[]> {
	return readActs(db, (at) => {
		const given = at(recordId)
		return ACT_KINDS.map((kind) => ({ kind, where: (id) => `${id} = ${given}` }))
	})
}

/** Acts of a kind read at once: few statements for a hundred thousand, none of which keeps others waiting for long. */
const READ_AT_ONCE = 250
/** Acts given at once: whoever works on them lets others come in between. */
const GIVEN_AT_ONCE = 100

/** All stored acts, some hundred at a time; whatever else is to be done comes in between. */
export async function* storedActs(db: Reading): AsyncGenerator<readonly StoredAct[]> {
	const last = new Map<ActKind, StoredAct | null>(ACT_KINDS.map((kind) => [kind, null]))
	while (last.size > 0) {
		const acts = await readActs(db, (at) =>
			[...last].map(([kind, before]) => {
				if (!before) return { kind, where: () => 'TRUE' }
				const place = `(${at(before.recordId)}, ${at(before.version)}::int)`
				return { kind, where: (id) => `(${id}, v."version") > ${place}` }
			}),
		)
		for (let from = 0; from < acts.length; from += GIVEN_AT_ONCE) {
			yield acts.slice(from, from + GIVEN_AT_ONCE)
			await new Promise((resume) => setImmediate(resume))
		}
		for (const kind of [...last.keys()]) {
			const some = acts.filter((act) => act.kind === kind)
			if (some.length < READ_AT_ONCE) last.delete(kind)
			else last.set(kind, some.at(-1) ?? null)
		}
	}
}

type Json<Kind extends ActKind, Row, Thing = unknown> = Key & {
	readonly kind: Kind
	readonly row: AsJson<Row>
	/** What the text is a version of; null where that is gone. */
	readonly thing: AsJson<Thing> | null
	readonly evidence: readonly AsJson<Evidence>[] | null
}

type ActJson =
	| Json<'action-plan.published', ActionPlanVersion, ActionPlan>
	| Json<'commitment.published', CommitmentVersion, Commitment>
	| Json<'milestone.published', MilestoneVersion, Milestone>
	| Json<'progress-update.published', ProgressUpdate>
	| Json<'verification.published', Verification>
	| Json<'irm-coding.published', IrmCoding>
	| Json<'report.published', ReportSnapshot>
	| Json<'verification.withdrawn', Withdrawal>
	| Json<'plan-stage.published', PlanStage>
	| Json<'amendment.published', Amendment>
	| Json<'checkpoint.reopened', CheckpointReopening>
	| Json<'commitment-level.published', CommitmentLevel>
	| Json<'self-assessment.published', SelfAssessment>
	| Json<'obligation.waived', ObligationWaiver>
	| Json<'reply.published', Reply>
	| Json<'verifier-decision.published', VerifierDecision>
	| Json<'recusal.published', Recusal>
	| Json<'cso-account.changed', CsoAccountChange>
	| Json<'signature.published', ActSignature>
	| Json<'local-assessment.published', LocalAssessment>
	| Json<'observation.published', Observation>
	| Json<'observation.hidden', ObservationHiding>
	| Json<'rule-set.published', RuleSetPublication, RuleSet>
	| Json<'application-call.published', ApplicationCallPublication, CallJson>
	| MemberActJson

/** A version of a call as it is read with its set of fields. */
type CallJson = { readonly version: ApplicationCallVersion; readonly fieldSet: ApplicationFieldSet }

type MemberActJson = Json<MemberActKind, MemberAct>

type Wanted = {
	readonly kind: ActKind
	/** Which of its acts, given the column that names their record. */
	readonly where: (id: string) => string
}

/** Reads acts of several kinds in one statement, as JSON: that takes a third of the time of reading them value by value. */
async function readActs(
	db: Reading,
	wanted: (at: (value: unknown) => string) => readonly Wanted[],
): Promise<readonly StoredAct[]> {
	const values: unknown[] = []
	const at = (value: unknown) => `$${values.push(value)}`
	const parts = wanted(at).map((one) => `(${selectOf(one)})`)
	const text = `SELECT json_agg(b) AS "acts" FROM (${parts.join(' UNION ALL ')}) b`
	const [found] = await db.$queryRawUnsafe<{ acts: ActJson[] | null }[]>(text, ...values)
	return (found?.acts ?? []).map((json) => {
		const { recordId, version, kind } = json
		return { recordId, version, kind, act: actIn(json) }
	})
}

type Table = {
	readonly table: string
	readonly thing?: string
	readonly id?: string
	/** Reads what the act is about where that is more than one row. */
	readonly select?: string
}

/** Acts of members share a table: they differ in what they say, not in how they are kept. */
function tableOf(kind: ActKind): Table {
	return isMemberActKind(kind) ? { table: 'MemberAct' } : TABLES[kind]
}

const CALL_TEXT = `(SELECT json_build_object('version', to_json(t), 'fieldSet', to_json(f))
	FROM "ApplicationCallVersion" t JOIN "ApplicationFieldSet" f ON f."id" = t."fieldSetId"
	WHERE t."callId" = v."recordId" AND t."version" = v."version")`

const TABLES: { readonly [K in Exclude<ActKind, MemberActKind>]: Table } = {
	'action-plan.published': { table: 'ActionPlanVersion', thing: 'ActionPlan', id: 'actionPlanId' },
	'commitment.published': { table: 'CommitmentVersion', thing: 'Commitment', id: 'commitmentId' },
	'milestone.published': { table: 'MilestoneVersion', thing: 'Milestone', id: 'milestoneId' },
	'progress-update.published': { table: 'ProgressUpdate' },
	'verification.published': { table: 'Verification' },
	'irm-coding.published': { table: 'IrmCoding' },
	'report.published': { table: 'ReportSnapshot' },
	'verification.withdrawn': { table: 'Withdrawal' },
	'plan-stage.published': { table: 'PlanStage' },
	'amendment.published': { table: 'Amendment' },
	'checkpoint.reopened': { table: 'CheckpointReopening' },
	'commitment-level.published': { table: 'CommitmentLevel' },
	'self-assessment.published': { table: 'SelfAssessment' },
	'obligation.waived': { table: 'ObligationWaiver' },
	'reply.published': { table: 'Reply' },
	'verifier-decision.published': { table: 'VerifierDecision' },
	'recusal.published': { table: 'Recusal' },
	'cso-account.changed': { table: 'CsoAccountChange' },
	'signature.published': { table: 'ActSignature' },
	'local-assessment.published': { table: 'LocalAssessment' },
	'observation.published': { table: 'Observation' },
	'observation.hidden': { table: 'ObservationHiding' },
	'rule-set.published': { table: 'RuleSetPublication', thing: 'RuleSet' },
	'application-call.published': { table: 'ApplicationCallPublication', select: CALL_TEXT },
}

function selectOf({ kind, where }: Wanted): string {
	const { table, thing, id = 'recordId', select } = tableOf(kind)
	const isArgued = ARGUED.includes(kind)
	const record = `v."${id}"`
	return `SELECT '${kind}' AS "kind", ${record} AS "recordId", v."version", to_json(v) AS "row",
		${select ?? (thing ? `(SELECT to_json(t) FROM "${thing}" t WHERE t."id" = ${record})` : 'NULL::json')} AS "thing",
		${isArgued ? EVIDENCE : 'NULL::json'} AS "evidence"
		FROM "${table}" v WHERE ${where(record)}${isMemberActKind(kind) ? ` AND v."kind" = '${kind}'` : ''} ORDER BY ${record}, v."version" LIMIT ${READ_AT_ONCE}`
}

/** Kinds of acts that evidence is put forward with. */
const ARGUED: readonly ActKind[] = [
	'progress-update.published',
	'verification.published',
	'reply.published',
	'local-assessment.published',
	'observation.published',
	...MEMBER_ACT_KINDS,
]

/** Their tables. */
export const ARGUED_TABLES = [...new Set(ARGUED.map((kind) => tableOf(kind).table))]

const EVIDENCE = `(SELECT json_agg(e) FROM "Evidence" e
	WHERE e."recordId" = v."recordId" AND e."recordVersion" = v."version")`

type IndependentJson = Extract<ActJson, { kind: IndependentKind }>

/** A stored act out of its JSON; null where what its text is a version of is gone. */
function actIn(json: ActJson): ActRows | null {
	if (isMemberAct(json)) return { kind: json.kind, row: sealedRow(json.row), evidence: piecesIn(json) }
	if (isIndependent(json)) return independentActIn(json)
	switch (json.kind) {
		case 'action-plan.published':
		case 'commitment.published':
		case 'milestone.published':
			return textActIn(json)
		case 'progress-update.published':
			return { kind: json.kind, row: { ...json.row, ...actedIn(json.row) }, evidence: piecesIn(json) }
		case 'verification.published':
			return { kind: json.kind, row: { ...json.row, ...actedIn(json.row) }, evidence: piecesIn(json) }
		case 'irm-coding.published':
			return { kind: json.kind, row: { ...json.row, ...codedIn(json.row) } }
		case 'report.published':
			return { kind: json.kind, row: { ...json.row, ...actedIn(json.row) } }
		case 'verification.withdrawn':
			return { kind: json.kind, row: sealedRow(json.row) }
		case 'plan-stage.published':
			return { kind: json.kind, row: sealedRow(json.row) }
		case 'amendment.published':
			return { kind: json.kind, row: sealedRow(json.row) }
		case 'checkpoint.reopened':
			return { kind: json.kind, row: sealedRow(json.row) }
		case 'commitment-level.published':
			return { kind: json.kind, row: sealedRow(json.row) }
		case 'self-assessment.published':
			return { kind: json.kind, row: sealedRow(json.row) }
		case 'obligation.waived':
			return { kind: json.kind, row: sealedRow(json.row) }
		case 'rule-set.published':
			return json.thing && { kind: json.kind, row: sealedRow(json.row), ruleSet: json.thing }
		case 'application-call.published':
			return json.thing && { kind: json.kind, row: sealedRow(json.row), text: json.thing }
	}
}

type TextJson = Extract<ActJson, { kind: `${'action-plan' | 'commitment' | 'milestone'}.published` }>

/** Versions of texts; null where what they are versions of is gone. */
function textActIn(json: TextJson): ActRows | null {
	switch (json.kind) {
		case 'action-plan.published': {
			const { kind, row, thing } = json
			return thing && { kind, row: { ...row, salt: bytesIn(row.salt) }, plan: thingIn(thing) }
		}
		case 'commitment.published': {
			const { kind, row, thing } = json
			return thing && { kind, row: { ...row, salt: bytesIn(row.salt) }, commitment: thingIn(thing) }
		}
		case 'milestone.published': {
			const { kind, row, thing } = json
			return thing && { kind, row: { ...row, salt: bytesIn(row.salt) }, milestone: thingIn(thing) }
		}
	}
}

/** Acts of those who judge, and of the public. */
function independentActIn(json: IndependentJson): ActRows {
	switch (json.kind) {
		case 'verifier-decision.published':
			return { kind: json.kind, row: sealedRow(json.row) }
		case 'recusal.published':
			return { kind: json.kind, row: sealedRow(json.row) }
		case 'cso-account.changed':
			return { kind: json.kind, row: sealedRow(json.row) }
		case 'signature.published':
			return { kind: json.kind, row: sealedRow(json.row) }
		case 'observation.hidden':
			return { kind: json.kind, row: sealedRow(json.row) }
		case 'reply.published':
			return { kind: json.kind, row: sealedRow(json.row), evidence: piecesIn(json) }
		case 'local-assessment.published':
			return { kind: json.kind, row: sealedRow(json.row), evidence: piecesIn(json) }
		case 'observation.published':
			return { kind: json.kind, row: sealedRow(json.row), evidence: piecesIn(json) }
	}
}
