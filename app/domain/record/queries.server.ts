import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { openedParts } from '#app/domain/evidence/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { isWithdrawn } from '#app/domain/withdrawal/queries.server.ts'
import { ACT_KINDS, contentHash, entryBytes, leafHash } from '#app/ledger/leaf.ts'
import type { ActKind } from '#app/ledger/leaf.ts'
import type {
	ActionPlan,
	ActionPlanVersion,
	Amendment,
	CheckpointReopening,
	Commitment,
	CommitmentLevel,
	CommitmentVersion,
	Evidence,
	IrmCoding,
	Milestone,
	MilestoneVersion,
	ObligationWaiver,
	PlanStage,
	ProgressUpdate,
	ReportSnapshot,
	SelfAssessment,
	Verification,
	Withdrawal,
} from '#prisma/generated/client.ts'
import { actFrom, leafIn, readableContent } from './view.ts'
import type { ActRows, RecordView, StoredAct } from './view.ts'

/**
 * One act as anyone can check it, its content worked out anew from what is stored. Without a version: the newest.
 *
 * Refuses  with `withdrawn` where it is a finding that its author withdrew; with `not_found` where there is no leaf,
 *          or nothing is left of what it seals.
 */
export async function findRecord(
	ctx: Pick<Context, 'db' | 'withdrawals' | 'now'>,
	recordId: string,
	version?: number,
): Promise<RecordView> {
	const leaf = await ctx.db.ledgerEntry.findFirst({
		where: { recordId, ...(version === undefined ? {} : { version }) },
		orderBy: { version: 'desc' },
	})
	if (!leaf) throw new Refusal('not_found')
	const act = await actOf(ctx.db, { recordId, version: leaf.version })
	// The withdrawal itself stays to be seen; what it withdraws does not.
	if (act?.kind !== 'verification.withdrawn' && (await isWithdrawn(ctx, recordId)))
		throw new Refusal('withdrawn')
	const content = act && readableContent(act)
	const entry = leafIn(leaf.entry) ?? (act && content && (await leafFrom(ctx.db, act)))
	if (!act || !content || !entry) throw new Refusal('not_found')
	const opened = 'evidence' in act ? openedParts(act.evidence, utcDay(ctx.now)) : []
	return {
		entry,
		salt: Buffer.from(act.row.salt).toString('base64'),
		content,
		index: leaf.index,
		matchesEntry: contentHash(act.row.salt, content) === entry.contentHash,
		...(opened.length === 0 ? {} : { opened }),
	}
}

/**
 * The same, with the entry that was signed: where another one is stored and the act is still what was sealed, the
 * entry is made anew from it. Where it cannot be, what is stored is given: whoever checks it finds the difference.
 */
export async function findSignedRecord(
	ctx: Pick<Context, 'db' | 'withdrawals' | 'now'>,
	key: Key,
	leafHashAt: (index: number) => Uint8Array | null,
): Promise<RecordView> {
	const record = await findRecord(ctx, key.recordId, key.version)
	const signed = leafHashAt(record.index)
	const isSigned = (entry: RecordView['entry']) =>
		signed === null || Buffer.compare(leafHash(entryBytes(entry)), signed) === 0
	if (isSigned(record.entry)) return record
	const act = await actOf(ctx.db, key)
	const made = act && (await leafFrom(ctx.db, act))
	return made && isSigned(made) ? { ...record, entry: made, matchesEntry: true } : record
}

/** The leaf that an act has in the log, as long as neither it nor the leaf before it was changed. */
async function leafFrom(db: Transaction, act: ActRows): Promise<RecordView['entry']> {
	const { content, salt, ...said } = actFrom(act)
	const before = await db.ledgerEntry.findFirst({
		where: { recordId: said.recordId, version: { lt: said.version } },
		orderBy: { version: 'desc' },
	})
	const previous = before && Buffer.from(before.leafHash).toString('hex')
	return { ...said, contentHash: contentHash(salt, content), previous }
}

type Key = { readonly recordId: string; readonly version: number }
type Reading = Pick<Transaction, '$queryRawUnsafe'>

async function actOf(db: Reading, { recordId, version }: Key): Promise<ActRows | null> {
	return (await actsOf(db, recordId)).find((one) => one.version === version)?.act ?? null
}

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

/** A row as the database writes it in JSON: bytes in hex behind `\x`, instants in UTC and without a zone. */
type AsJson<Row> = { readonly [Name in keyof Row]: AsJsonValue<Row[Name]> }
type AsJsonValue<Value> = Value extends Uint8Array | Date ? string : Value

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

const TABLES: {
	readonly [K in ActKind]: { readonly table: string; readonly thing?: string; readonly id?: string }
} = {
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
}

function selectOf({ kind, where }: Wanted): string {
	const { table, thing, id = 'recordId' } = TABLES[kind]
	const isArgued = kind === 'progress-update.published' || kind === 'verification.published'
	const record = `v."${id}"`
	return `SELECT '${kind}' AS "kind", ${record} AS "recordId", v."version", to_json(v) AS "row",
		${thing ? `(SELECT to_json(t) FROM "${thing}" t WHERE t."id" = ${record})` : 'NULL::json'} AS "thing",
		${isArgued ? EVIDENCE : 'NULL::json'} AS "evidence"
		FROM "${table}" v WHERE ${where(record)} ORDER BY ${record}, v."version" LIMIT ${READ_AT_ONCE}`
}

const EVIDENCE = `(SELECT json_agg(e) FROM "Evidence" e
	WHERE e."recordId" = v."recordId" AND e."recordVersion" = v."version")`

function actIn(json: ActJson): ActRows | null {
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
		case 'progress-update.published':
			return { kind: json.kind, row: { ...json.row, ...actedIn(json.row) }, evidence: piecesIn(json) }
		case 'verification.published':
			return { kind: json.kind, row: { ...json.row, ...actedIn(json.row) }, evidence: piecesIn(json) }
		case 'irm-coding.published':
			return { kind: json.kind, row: { ...json.row, salt: bytesIn(json.row.salt) } }
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
	}
}

function thingIn<Thing extends { readonly createdAt: string }>(thing: Thing) {
	return { ...thing, createdAt: instantIn(thing.createdAt) }
}

function actedIn(row: {
	readonly salt: string
	readonly privateSalt: string | null
	readonly publishedAt: string
}) {
	const privateSalt = bytesOrNull(row.privateSalt)
	return { salt: bytesIn(row.salt), privateSalt, publishedAt: instantIn(row.publishedAt) }
}

/** A row of an act whose people are always sealed. */
function sealedRow<
	Row extends { readonly salt: string; readonly privateSalt: string; readonly publishedAt: string },
>(row: Row) {
	return { ...row, ...actedIn(row), privateSalt: bytesIn(row.privateSalt) }
}

function piecesIn({ evidence }: Pick<ActJson, 'evidence'>): readonly Evidence[] {
	return (evidence ?? []).map((row) => ({
		...row,
		originalSalt: bytesOrNull(row.originalSalt),
		partSalt: bytesOrNull(row.partSalt),
	}))
}

function bytesIn(hex: string): Uint8Array<ArrayBuffer> {
	return new Uint8Array(Buffer.from(hex.slice('\\x'.length), 'hex'))
}

function bytesOrNull(hex: string | null): Uint8Array<ArrayBuffer> | null {
	return hex === null ? null : bytesIn(hex)
}

function instantIn(text: string): Date {
	return new Date(`${text}Z`)
}
