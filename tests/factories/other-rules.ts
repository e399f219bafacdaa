import type { Database } from '#app/db.server.ts'

type Numbers = Partial<Readonly<Record<'rules' | 'cycle' | 'process' | 'verification', unknown>>>

/**
 * Gives every stored version of the rules other numbers, past the guard that keeps them: a test's world has these rules
 * from its beginning.
 */
export async function withRules({ exec }: Pick<Database, 'exec'>, numbers: Numbers): Promise<void> {
	const set = Object.entries(numbers).map(
		([group, value]) => `"${group}" = '${JSON.stringify(value).replaceAll("'", "''")}'`,
	)
	await exec(
		`BEGIN; SET LOCAL session_replication_role = replica; UPDATE "RuleSet" SET ${set.join(', ')}; COMMIT`,
	)
}
