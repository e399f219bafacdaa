import type { Transaction } from '#app/domain/context.ts'
import { insertRows } from '#app/ledger/insert.server.ts'
import type { Organization } from '#prisma/generated/client.ts'
import type { SeedData } from './data-files.ts'
import { realMembers } from './members.ts'
import { POLICY_AREAS, TAXONOMY_VERSION } from './policy-areas.ts'
import { RULE_SETS } from './rule-sets.ts'

/** The organization that runs the site; imported acts are its acts. */
export const HOST = 'host'

const ORGANIZATIONS: readonly Omit<Organization, 'createdAt'>[] = [
	organization(HOST, { kind: 'HOST', nameEn: 'Host of this site', nameId: 'Pengelola situs ini' }),
	organization('irm', {
		kind: 'IRM',
		nameEn: 'Independent Reporting Mechanism',
		nameId: 'Mekanisme Pelaporan Independen (IRM)',
	}),
	organization('indonesia-ogi-secretariat', {
		kind: 'SECRETARIAT',
		memberId: 'indonesia',
		nameEn: 'National Secretariat of Open Government Indonesia',
		nameId: 'Sekretariat Nasional Open Government Indonesia',
	}),
]

/** Policy areas, rule sets, members and organizations: what every site needs. What is there already stays as it is. */
export async function seedReference(tx: Transaction, data: SeedData, at: Date): Promise<void> {
	await insertNew(tx, 'PolicyArea', {
		key: 'code',
		rows: POLICY_AREAS.map(([code, nameEn, nameId]) => ({
			code,
			nameEn,
			nameId,
			taxonomyVersion: TAXONOMY_VERSION,
		})),
	})
	await insertNew(tx, 'RuleSet', { key: 'id', rows: RULE_SETS })
	await insertNew(tx, 'Member', { key: 'id', rows: realMembers(data, at) })
	await insertNew(tx, 'Organization', {
		key: 'id',
		rows: ORGANIZATIONS.map((each) => ({ ...each, createdAt: at })),
	})
}

type Rows = readonly Readonly<Record<string, unknown>>[]

async function insertNew(
	tx: Transaction,
	table: string,
	{ key, rows }: { key: string; rows: Rows },
): Promise<void> {
	const known = await tx.$queryRawUnsafe<{ key: string }[]>(`SELECT "${key}" AS "key" FROM "${table}"`)
	const keys = new Set<unknown>(known.map((row) => row.key))
	await insertRows(
		tx,
		table,
		rows.filter((row) => !keys.has(row[key])),
	)
}

type Named = Pick<Organization, 'kind' | 'nameEn' | 'nameId'> & { readonly memberId?: string }

function organization(id: string, named: Named): Omit<Organization, 'createdAt'> {
	return { id, memberId: null, isDemonstration: false, reviewsFindings: false, ...named }
}
