import type { Role } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import { appointFirstAdmin } from '#app/domain/first-admin/commands.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import type { Site } from '#app/start.server.ts'
import { OPERATOR } from '#prisma/with-database.ts'

export type SeededObject = { readonly id: string; readonly ownerRole: Role | 'PUBLIC' }

/** A signed-in session, as `name=value`, for each person of the demonstration, by role. */
export async function accountsOf({
	database,
	accounts,
}: Pick<Site, 'database' | 'accounts'>): Promise<Record<string, string[]>> {
	const appointments = await database.db.appointment.findMany({
		where: { organization: { isDemonstration: true } },
		include: { person: { select: { email: true } } },
		orderBy: [{ role: 'asc' }, { personId: 'asc' }],
	})
	const cookies: Record<string, string[]> = {}
	for (const { role, person } of appointments) {
		const link = await accounts.linkFor({ email: person.email, locale: 'en' })
		const token = new URL(link).searchParams.get('token') ?? ''
		const headers = await accounts.signIn(
			token,
			new Request(link, { headers: { 'x-ogp-client-ip': '127.0.0.1' } }),
		)
		const cookie = headers?.getSetCookie()[0]?.split(';')[0]
		if (!cookie) throw new Error(`the link of a ${role} did not sign in`)
		cookies[role] = [...(cookies[role] ?? []), cookie]
	}
	return cookies
}

/** Appoints the first person who runs the whole site, as its operator does with `npm run admin:first`. */
export async function appointHost({ database }: Pick<Site, 'database'>, email: string): Promise<void> {
	const withdrawals = withdrawalList([], () => {})
	const ctx = { db: database.db, actor: OPERATOR, now: new Date(), requestId: 'seed', withdrawals }
	await appointFirstAdmin(ctx, { email, locale: 'id', displayName: 'Pengelola situs' })
}

const MOST = 50

/** Ids of what there is, by kind, with the role whose side it belongs to; the demonstration's come first. */
export async function objectsOf({
	sql,
}: Pick<Database, 'sql'>): Promise<Record<string, readonly SeededObject[]>> {
	const kinds: readonly (readonly [kind: string, ownerRole: Role | 'PUBLIC', query: string])[] = [
		['member', 'PUBLIC', `SELECT "id" FROM "Member" ORDER BY "isDemonstration" DESC, "id"`],
		['organization', 'PUBLIC', `SELECT "id" FROM "Organization" ORDER BY "isDemonstration" DESC, "id"`],
		[
			'plan',
			'POC',
			`SELECT p."id" FROM "ActionPlan" p JOIN "Member" m ON m."id" = p."memberId" ${DEMONSTRATION_FIRST}, p."id"`,
		],
		['commitment', 'POC', `SELECT c."id" FROM "Commitment" c ${OF_PLAN} ${DEMONSTRATION_FIRST}, c."id"`],
		[
			'milestone',
			'IMPLEMENTER',
			`SELECT s."id" FROM "Milestone" s JOIN "Commitment" c ON c."id" = s."commitmentId" ${OF_PLAN} ${DEMONSTRATION_FIRST}, s."id"`,
		],
		[
			'checkpoint',
			'POC',
			`SELECT k."id" FROM "Checkpoint" k JOIN "ActionPlan" p ON p."id" = k."actionPlanId" JOIN "Member" m ON m."id" = p."memberId" ${DEMONSTRATION_FIRST}, k."id"`,
		],
		[
			'progress-update',
			'IMPLEMENTER',
			`SELECT DISTINCT "recordId" AS "id" FROM "ProgressUpdate" WHERE NOT "isImported" ORDER BY 1`,
		],
		[
			'imported-claim',
			'PUBLIC',
			`SELECT DISTINCT "recordId" AS "id" FROM "ProgressUpdate" WHERE "isImported" ORDER BY 1`,
		],
		['progress-update-draft', 'IMPLEMENTER', `SELECT "id" FROM "ProgressUpdateDraft" ORDER BY 1`],
		['verification', 'CSO_MONITOR', `SELECT DISTINCT "recordId" AS "id" FROM "Verification" ORDER BY 1`],
		['verification-draft', 'CSO_MONITOR', `SELECT "id" FROM "VerificationDraft" ORDER BY 1`],
		['conflict-declaration', 'CSO_MONITOR', `SELECT "id" FROM "ConflictDeclaration" ORDER BY 1`],
		['irm-coding', 'IRM', `SELECT DISTINCT "recordId" AS "id" FROM "IrmCoding" ORDER BY 1`],
		['report', 'POC', `SELECT DISTINCT "recordId" AS "id" FROM "ReportSnapshot" ORDER BY 1`],
		['record', 'PUBLIC', `SELECT "recordId" AS "id" FROM "LedgerEntry" ORDER BY "index"`],
	]
	const found = await Promise.all(
		kinds.map(async ([kind, ownerRole, query]) => {
			const rows = await sql<{ id: string }>(`${query} LIMIT ${MOST}`)
			return [kind, rows.map(({ id }) => ({ id, ownerRole }))] as const
		}),
	)
	return Object.fromEntries(found)
}

const OF_PLAN = `JOIN "ActionPlan" p ON p."id" = c."actionPlanId" JOIN "Member" m ON m."id" = p."memberId"`
const DEMONSTRATION_FIRST = `ORDER BY m."isDemonstration" DESC`
