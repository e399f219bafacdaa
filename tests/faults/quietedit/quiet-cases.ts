import { PLAN } from './life.ts'
import type { Facts, Shows, SqlCase } from './direct-sql.ts'

/** A copy of a row with other values in some of its columns. */
function copied(table: string, where: string, other: Readonly<Record<string, unknown>>): string {
	return `INSERT INTO "${table}" SELECT (jsonb_populate_record(t, '${JSON.stringify(other)}'::jsonb)).* FROM "${table}" t WHERE ${where} LIMIT 1`
}

const NAMES =
	'only the owner of the database may rename an organization, with its guard switched off; the act seals the number of the organization, and so does its receipt'
const PERIODS =
	'names and days of reporting periods are reference data; the act seals which period it is, and its own day'

/** What needs no guard switched off: rows that are added beside, and everything that findings only point to. */
export function quietCases(facts: Facts): readonly SqlCase[] {
	const { answered, decision, independent, observation, protectedPiece, assessment, coding } = facts
	const cases: SqlCase[] = []
	const add = (
		what: string,
		tables: readonly string[],
		statements: readonly string[],
		shows: string | Shows,
	) =>
		cases.push({
			...{ what, tables, statements },
			shows: typeof shows === 'string' ? { on: 'page', recordId: shows } : shows,
		})
	const limit = (because: string): Shows => ({ on: 'limit', because })
	const of = (recordId: string) => `"recordId" = '${recordId}'`
	const withdrawal = `INSERT INTO "Withdrawal" ("recordId", "version", "commitmentId", "organizationId", "requestedById", "publishedOn", "publishedAt", "salt", "privateSalt") SELECT "recordId", "version" + 1, "commitmentId", "organizationId", "authorId", "publishedOn", now(), "salt", "salt" FROM "Verification" WHERE ${of(independent)} ORDER BY "version" DESC LIMIT 1`
	const removal = `INSERT INTO "Removal" ("recordId", "organizationId", "requestedById", "requestedAt", "confirmedById", "confirmedAt") SELECT "recordId", "organizationId", "authorId", now(), "authorId", now() FROM "Verification" WHERE ${of(independent)} LIMIT 1`

	add(
		'a newer version of a finding is put beside the log',
		['Verification'],
		[copied('Verification', of(independent), { version: 9, verifiedLevel: 'NOT_STARTED' })],
		independent,
	)
	add('a withdrawal is put beside the log', ['Withdrawal'], [withdrawal], independent)
	add(
		'a withdrawal and its removal are put beside the log, and the finding is deleted',
		['Withdrawal', 'Removal', 'Verification', 'Evidence'],
		[
			withdrawal,
			removal,
			`DELETE FROM "Evidence" WHERE ${of(independent)}`,
			`DELETE FROM "Verification" WHERE ${of(independent)}`,
		],
		independent,
	)
	add(
		'the setting of a repeated removal is used to delete a finding',
		['Verification', 'Evidence'],
		[
			`SELECT set_config('renaksi.removed_again', '${independent}', true)`,
			`DELETE FROM "Evidence" WHERE ${of(independent)}`,
			`DELETE FROM "Verification" WHERE ${of(independent)}`,
		],
		independent,
	)
	add(
		'a decision that withdraws a finding is put beside the log',
		['VerifierDecision'],
		[copied('VerifierDecision', 'TRUE', { recordId: 'forged-decision', version: 2, decision: 'WITHDRAWN' })],
		'forged-decision',
	)
	add(
		'a decision of another version is put beside the log',
		['VerifierDecision'],
		[
			copied('VerifierDecision', `"verificationRecordId" = '${answered}'`, {
				version: 9,
				decision: 'WITHDRAWN',
			}),
		],
		decision,
	)
	add(
		'a reply is put beside the log',
		['Reply'],
		[copied('Reply', 'TRUE', { recordId: 'forged-reply', version: 9 })],
		'forged-reply',
	)
	add(
		'a signature is put beside the log',
		['ActSignature'],
		[copied('ActSignature', 'TRUE', { recordId: 'forged-signature', signedRecordId: independent })],
		'forged-signature',
	)
	add(
		'a recusal is put beside the log',
		['Recusal'],
		[copied('Recusal', 'TRUE', { recordId: 'forged-recusal' })],
		'forged-recusal',
	)
	add(
		'an assessment is put beside the log',
		['LocalAssessment'],
		[copied('LocalAssessment', 'TRUE', { version: 9, assessedLevel: 'COMPLETE' })],
		assessment,
	)
	add(
		'an IRM value is put beside the log',
		['IrmCoding'],
		[copied('IrmCoding', of(coding), { version: 9, value: 'x' })],
		coding,
	)
	add(
		'evidence is added to a finding',
		['Evidence'],
		[copied('Evidence', of(independent), { id: 'forged-piece', position: 77 })],
		independent,
	)
	add(
		'protected evidence is made public',
		['Evidence'],
		[`UPDATE "Evidence" SET "visibility" = 'PUBLIC' WHERE "id" = '${protectedPiece}'`],
		protectedPiece.split('.')[0] ?? '',
	)
	if (observation !== '')
		add(
			'an observation is hidden beside the log',
			['ObservationHiding'],
			[copied('ObservationHiding', 'TRUE', { recordId: 'forged-hiding', observationRecordId: observation })],
			'forged-hiding',
		)
	add(
		'a milestone goes to another commitment',
		['Milestone'],
		[`UPDATE "Milestone" SET "commitmentId" = '${PLAN}-6' WHERE "id" = '${PLAN}-1-m1'`],
		`${PLAN}-1-m1`,
	)
	add(
		'a commitment goes to another plan',
		['Commitment'],
		[`UPDATE "Commitment" SET "actionPlanId" = 'id-nap5' WHERE "id" = '${PLAN}-1'`],
		`${PLAN}-1`,
	)
	add(
		'a plan goes to another member',
		['ActionPlan'],
		[`UPDATE "ActionPlan" SET "memberId" = 'indonesia' WHERE "id" = '${PLAN}'`],
		PLAN,
	)
	add(
		'a plan becomes a draft that nobody sees',
		['ActionPlan'],
		[`UPDATE "ActionPlan" SET "status" = 'DRAFT' WHERE "id" = '${PLAN}'`],
		PLAN,
	)
	add(
		'a checkpoint gets other dates',
		['Checkpoint'],
		[
			`UPDATE "Checkpoint" SET "dueOn" = '2020-01-01', "opensOn" = '2019-10-01' WHERE "actionPlanId" = '${PLAN}'`,
		],
		limit(PERIODS),
	)
	add(
		'a checkpoint gets another name',
		['Checkpoint'],
		[`UPDATE "Checkpoint" SET "code" = "code" || 'x' WHERE "actionPlanId" = '${PLAN}'`],
		limit(PERIODS),
	)
	add(
		'the name of a CSO becomes another',
		['Organization'],
		[
			`UPDATE "Organization" SET "nameEn" = 'Friends of the Regent', "nameId" = 'Sahabat Bupati' WHERE "id" = 'contoh-forum-warga'`,
		],
		limit(NAMES),
	)
	add(
		'the names of a CSO and an office are swapped',
		['Organization'],
		[
			`UPDATE "Organization" SET "nameEn" = 'Health Office of Example Regency' WHERE "id" = 'contoh-forum-warga'`,
		],
		limit(NAMES),
	)
	add(
		'a CSO becomes another kind of organization',
		['Organization'],
		[`UPDATE "Organization" SET "kind" = 'GOVERNMENT_INSTITUTION' WHERE "id" = 'contoh-forum-warga'`],
		limit(NAMES),
	)
	add(
		'a CSO is said to answer for a commitment',
		['CommitmentInstitution'],
		[
			`UPDATE "CommitmentInstitution" SET "organizationId" = 'contoh-forum-warga' WHERE "commitmentId" = '${PLAN}-1'`,
		],
		limit(
			'who answers for a commitment stands in a list that is no act; findings that exist keep what they say of their independence',
		),
	)
	add(
		'a declaration says that there is an interest',
		['ConflictDeclaration'],
		[`UPDATE "ConflictDeclaration" SET "hasInterest" = true, "interests" = '["FUNDED_BY"]'`],
		{ on: 'nothing', path: `/en/commitments/${PLAN}-1` },
	)
	add('a declaration is deleted', ['ConflictDeclaration'], [`DELETE FROM "ConflictDeclaration"`], {
		on: 'nothing',
		path: `/en/commitments/${PLAN}-1`,
	})
	add(
		'the days of the right of reply are others',
		['RuleSet'],
		[`UPDATE "RuleSet" SET "verification" = jsonb_set("verification", '{replyDays,value}', '900')`],
		{ on: 'fsck' },
	)
	add(
		'a version of the rules is put beside the log',
		['RuleSet'],
		[copied('RuleSet', 'TRUE', { id: 'forged-rules', version: '9', validFrom: '2026-01-02' })],
		{ on: 'fsck' },
	)
	add(
		'the words of a question that was answered are others',
		['AssessmentQuestion'],
		[`UPDATE "AssessmentQuestion" SET "textEn" = 'Is all well?'`],
		limit(
			'only the owner of the database may change asked questions, with the guard switched off; the act seals which question of which set was answered',
		),
	)
	add('the log says that it is shorter', ['LedgerHead'], [`UPDATE "LedgerHead" SET "size" = "size" - 5`], {
		on: 'fsck',
	})
	return cases
}
