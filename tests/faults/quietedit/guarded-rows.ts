import type { Role } from '#app/access/policy.ts'
import type { Place } from './place.ts'

/** Tables whose rows belong to those who judge, and what of them nobody on the host's side may add. */
const TABLES: readonly (readonly [table: string, which: string, mayAdd: readonly Role[] | 'anyone'])[] = [
	['Verification', 'TRUE', []],
	['VerifierDecision', 'TRUE', []],
	['Recusal', 'TRUE', []],
	['ActSignature', 'TRUE', []],
	['LocalAssessment', 'TRUE', []],
	['Observation', 'TRUE', 'anyone'],
	['ObservationHiding', 'TRUE', ['INSTANCE_ADMIN']],
	['IrmCoding', 'TRUE', ['IRM']],
	['CsoAccountChange', 'TRUE', ['INSTANCE_ADMIN']],
	['ConflictDeclaration', 'TRUE', []],
	['Withdrawal', 'TRUE', []],
	['Removal', 'TRUE', []],
	['VerificationDraft', 'TRUE', []],
	['VerificationAssignment', 'TRUE', []],
	['LocalAssessmentDraft', 'TRUE', []],
	['LocalAssessmentSignature', 'TRUE', []],
	['Passkey', 'TRUE', []],
	['EvidenceReader', 'TRUE', []],
	['Evidence', 'TRUE', 'anyone'],
	['LedgerEntry', 'TRUE', 'anyone'],
	['Organization', 'TRUE', ['INSTANCE_ADMIN']],
	['RuleSet', 'TRUE', ['INSTANCE_ADMIN']],
	['RuleSetPublication', 'TRUE', ['INSTANCE_ADMIN']],
	['ApplicationCallPublication', 'TRUE', ['INSTANCE_ADMIN']],
	['AssessmentQuestion', 'TRUE', []],
	['Milestone', 'TRUE', 'anyone'],
	['Commitment', 'TRUE', 'anyone'],
	['Member', 'TRUE', ['INSTANCE_ADMIN']],
	['Invitation', 'TRUE', ['INSTANCE_ADMIN']],
	['Appointment', `t."role" IN ('CSO_OWNER', 'CSO_MONITOR', 'MONITORING_BODY')`, []],
	[
		'Person',
		`EXISTS (SELECT 1 FROM "Appointment" a WHERE a."personId" = t."id" AND a."role" IN ('CSO_OWNER', 'CSO_MONITOR', 'MONITORING_BODY'))`,
		[],
	],
]

/** Rows by their table and key, each with a mark of all that it says. */
export type GuardedRows = ReadonlyMap<string, string>

/** What is kept of judges now, row by row. */
export async function guardedRows({ site: { database } }: Place): Promise<GuardedRows> {
	const parts = TABLES.map(
		([table, which]) =>
			`SELECT '${table}' AS "table", md5(t::text) AS "mark", coalesce(to_jsonb(t)->>'id', to_jsonb(t)->>'recordId', to_jsonb(t)->>'index', '') || '/' || coalesce(to_jsonb(t)->>'version', '') || '/' || coalesce(to_jsonb(t)->>'personId', to_jsonb(t)->>'email', to_jsonb(t)->>'code', '') AS "key" FROM "${table}" t WHERE ${which}`,
	)
	const rows = await database.sql<{ table: string; mark: string; key: string }>(parts.join(' UNION ALL '))
	return new Map(rows.map(({ table, mark, key }) => [`${table} ${key}`, mark]))
}

/** What became of rows that were there, and rows that somebody of this role must not add. */
export function rowsHarmed(before: GuardedRows, after: GuardedRows, role: Role): readonly string[] {
	const found: string[] = []
	for (const [key, mark] of before) {
		const now = after.get(key)
		if (now === undefined) found.push(`${key}: gone`)
		else if (now !== mark) found.push(`${key}: changed`)
	}
	for (const key of after.keys()) {
		if (before.has(key)) continue
		const mayAdd = TABLES.find(([table]) => table === key.split(' ')[0])?.[2]
		if (mayAdd !== 'anyone' && !mayAdd?.includes(role)) found.push(`${key}: added`)
	}
	return found
}
