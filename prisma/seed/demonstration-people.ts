import type { Role } from '#app/access/policy.ts'
import type { Appointment, Organization, Person } from '#prisma/generated/client.ts'

/** The one member whose people and acts are made up, and which says so on every page. */
export const DEMONSTRATION_MEMBER = 'kabupaten-contoh'

type Body = Pick<Organization, 'id' | 'kind' | 'nameEn' | 'nameId'>

/** Who runs the site for the demonstration, and invited the first person of each of its organizations. */
export const DEMONSTRATION_HOST = 'contoh-pengelola'

const BODIES: readonly Body[] = [
	{
		id: DEMONSTRATION_HOST,
		kind: 'HOST',
		nameEn: 'Host of the demonstration',
		nameId: 'Pengelola peragaan',
	},
	{
		id: 'contoh-sekretariat',
		kind: 'SECRETARIAT',
		nameEn: 'Open Government Secretariat of Example Regency',
		nameId: 'Sekretariat Keterbukaan Pemerintah Kabupaten Contoh',
	},
	{
		id: 'contoh-dinas-kesehatan',
		kind: 'GOVERNMENT_INSTITUTION',
		nameEn: 'Health Office of Example Regency',
		nameId: 'Dinas Kesehatan Contoh',
	},
	{
		id: 'contoh-dinas-kominfo',
		kind: 'GOVERNMENT_INSTITUTION',
		nameEn: 'Communication and Informatics Office of Example Regency',
		nameId: 'Dinas Kominfo Contoh',
	},
	{
		id: 'contoh-bapperida',
		kind: 'GOVERNMENT_INSTITUTION',
		nameEn: 'Planning, Research and Innovation Agency of Example Regency',
		nameId: 'Bapperida Contoh',
	},
	{ id: 'contoh-forum-warga', kind: 'CSO', nameEn: 'Example Citizens’ Forum', nameId: 'Forum Warga Contoh' },
	{
		id: 'contoh-pemantau-anggaran',
		kind: 'CSO',
		nameEn: 'Example Budget Watch',
		nameId: 'Pemantau Anggaran Contoh',
	},
	{
		id: 'contoh-suara-perempuan',
		kind: 'CSO',
		nameEn: 'Example Women’s Voice',
		nameId: 'Suara Perempuan Contoh',
	},
	{
		id: 'contoh-badan-pemantau',
		kind: 'MONITORING_BODY',
		nameEn: 'Monitoring Body of Example Regency',
		nameId: 'Badan Pemantau Kabupaten Contoh',
	},
]

/** The organization of civil society where a colleague reads each finding before it is published. */
export const REVIEWING = 'contoh-suara-perempuan'

type Post = readonly [key: string, organizationId: string, role: Role, displayName: string]

/** People are named by what they do; nobody here is real. */
const POSTS: readonly Post[] = [
	['administrator', DEMONSTRATION_HOST, 'INSTANCE_ADMIN', 'Administrator situs (peragaan)'],
	['narahubung', 'contoh-sekretariat', 'POC', 'Narahubung Kabupaten Contoh (peragaan)'],
	['staf.sekretariat', 'contoh-sekretariat', 'SECRETARIAT', 'Staf sekretariat Kabupaten Contoh (peragaan)'],
	['petugas.dinkes', 'contoh-dinas-kesehatan', 'IMPLEMENTER', 'Petugas Dinas Kesehatan (peragaan)'],
	['pimpinan.dinkes', 'contoh-dinas-kesehatan', 'INSTITUTION_LEAD', 'Pimpinan Dinas Kesehatan (peragaan)'],
	['petugas.kominfo', 'contoh-dinas-kominfo', 'IMPLEMENTER', 'Petugas Dinas Kominfo (peragaan)'],
	['pimpinan.kominfo', 'contoh-dinas-kominfo', 'INSTITUTION_LEAD', 'Pimpinan Dinas Kominfo (peragaan)'],
	['petugas.bapperida', 'contoh-bapperida', 'IMPLEMENTER', 'Petugas Bapperida (peragaan)'],
	['pimpinan.bapperida', 'contoh-bapperida', 'INSTITUTION_LEAD', 'Pimpinan Bapperida (peragaan)'],
	['ketua.forum-warga', 'contoh-forum-warga', 'CSO_OWNER', 'Ketua Forum Warga (peragaan)'],
	['pemantau.forum-warga', 'contoh-forum-warga', 'CSO_MONITOR', 'Petugas pemantau, Forum Warga (peragaan)'],
	['ketua.pemantau-anggaran', 'contoh-pemantau-anggaran', 'CSO_OWNER', 'Ketua Pemantau Anggaran (peragaan)'],
	[
		'pemantau.pemantau-anggaran',
		'contoh-pemantau-anggaran',
		'CSO_MONITOR',
		'Petugas pemantau, Pemantau Anggaran (peragaan)',
	],
	['ketua.suara-perempuan', 'contoh-suara-perempuan', 'CSO_OWNER', 'Ketua Suara Perempuan (peragaan)'],
	[
		'pemantau.suara-perempuan',
		'contoh-suara-perempuan',
		'CSO_MONITOR',
		'Petugas pemantau, Suara Perempuan (peragaan)',
	],
	['anggota.badan-pemantau', 'contoh-badan-pemantau', 'MONITORING_BODY', 'Anggota Badan Pemantau (peragaan)'],
	['ketua.badan-pemantau', 'contoh-badan-pemantau', 'MONITORING_BODY', 'Ketua Badan Pemantau (peragaan)'],
]

/** The person of an organization who holds a role there. */
export function holderOf(organizationId: string, role: Role): string {
	const post = POSTS.find(([, body, held]) => body === organizationId && held === role)
	if (!post) throw new Error(`nobody is ${role} of ${organizationId}`)
	return personId(post[0])
}

/** The organizations of the demonstration, its people and their appointments from a day on. */
export function demonstrationPeople({ at, fromOn }: { at: Date; fromOn: string }): {
	readonly organizations: readonly Organization[]
	readonly people: readonly Person[]
	readonly appointments: readonly Appointment[]
} {
	return {
		organizations: BODIES.map((body) => ({
			...body,
			memberId: DEMONSTRATION_MEMBER,
			isDemonstration: true,
			reviewsFindings: body.id === REVIEWING,
			createdAt: at,
		})),
		people: POSTS.map(([key, organizationId, , displayName]) => ({
			id: personId(key),
			organizationId,
			displayName,
			email: `${key}@contoh.example`,
			locale: 'id',
			superiorId: null,
			createdAt: at,
		})),
		appointments: POSTS.map(([key, organizationId, role]) => ({
			id: `${personId(key)}-${role.toLowerCase().replaceAll('_', '-')}`,
			personId: personId(key),
			organizationId,
			memberId: DEMONSTRATION_MEMBER,
			role,
			fromOn,
			untilOn: null,
		})),
	}
}

function personId(key: string): string {
	return `contoh-${key.replaceAll('.', '-')}`
}
