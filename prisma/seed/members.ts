import type { MemberNote } from '#app/domain/member/view.ts'
import type { Member } from '#prisma/generated/client.ts'
import { citation } from './data-files.ts'
import type { LocalMember, SeedData } from './data-files.ts'

type Place = Pick<Member, 'id' | 'countryCode' | 'localType' | 'nameEn' | 'nameId' | 'timeZone'>

type Where = readonly [countryCode: string, timeZone: string, localType?: string]

const place = (
	[id, nameEn, nameId]: readonly [id: string, nameEn: string, nameId: string],
	[countryCode, timeZone, localType]: Where,
): Place => ({ id, countryCode, localType: localType ?? null, nameEn, nameId, timeZone })

const WIB = 'Asia/Jakarta'
const WITA = 'Asia/Makassar'

/** The local members of 2020, by their name in the slides. The kind of place is given only where its own name says it. */
const MEMBERS_OF_2020: Readonly<Record<string, Place>> = {
	'Austin, United States': place(['austin', 'Austin', 'Austin'], ['US', 'America/Chicago']),
	'Basque Country, Spain': place(['basque-country', 'Basque Country', 'Basque'], ['ES', 'Europe/Madrid']),
	'Bojonegoro, Indonesia': place(
		['bojonegoro', 'Bojonegoro Regency', 'Kabupaten Bojonegoro'],
		['ID', WIB, 'REGENCY'],
	),
	'Buenos Aires, Argentina': place(
		['buenos-aires', 'Buenos Aires', 'Buenos Aires'],
		['AR', 'America/Argentina/Buenos_Aires'],
	),
	'Elgeyo Marakwet, Kenya': place(
		['elgeyo-marakwet', 'Elgeyo Marakwet', 'Elgeyo Marakwet'],
		['KE', 'Africa/Nairobi'],
	),
	'Iasi, Romania': place(['iasi', 'Iași', 'Iași'], ['RO', 'Europe/Bucharest']),
	'Jalisco, Mexico': place(['jalisco', 'Jalisco', 'Jalisco'], ['MX', 'America/Mexico_City']),
	'Kaduna State, Nigeria': place(['kaduna', 'Kaduna State', 'Negara Bagian Kaduna'], ['NG', 'Africa/Lagos']),
	'Kigoma, Tanzania': place(['kigoma', 'Kigoma', 'Kigoma'], ['TZ', 'Africa/Dar_es_Salaam']),
	'La Libertad, Peru': place(['la-libertad', 'La Libertad', 'La Libertad'], ['PE', 'America/Lima']),
	'Madrid, Spain': place(['madrid', 'Madrid', 'Madrid'], ['ES', 'Europe/Madrid']),
	'Nariño, Colombia': place(['narino', 'Nariño', 'Nariño'], ['CO', 'America/Bogota']),
	'Ontario, Canada': place(['ontario', 'Ontario', 'Ontario'], ['CA', 'America/Toronto']),
	'Paris, France': place(['paris', 'Paris', 'Paris'], ['FR', 'Europe/Paris']),
	'São Paulo, Brazil': place(['sao-paulo', 'São Paulo', 'São Paulo'], ['BR', 'America/Sao_Paulo']),
	'Scotland, United Kingdom': place(['scotland', 'Scotland', 'Skotlandia'], ['GB', 'Europe/London']),
	'Sekondi-Takoradi, Ghana': place(
		['sekondi-takoradi', 'Sekondi-Takoradi', 'Sekondi-Takoradi'],
		['GH', 'Africa/Accra'],
	),
	'Seoul, South Korea': place(['seoul', 'Seoul', 'Seoul'], ['KR', 'Asia/Seoul']),
	'South Cotabato, Philippines': place(
		['south-cotabato', 'South Cotabato', 'Cotabato Selatan'],
		['PH', 'Asia/Manila'],
	),
	'Tbilisi, Georgia': place(['tbilisi', 'Tbilisi', 'Tbilisi'], ['GE', 'Asia/Tbilisi']),
}

type Since = {
	readonly place: Place
	readonly joinedYear: number | null
	readonly mode: string
	readonly source: string
}

const OGI_2021 = 'slides of Open Government Indonesia, 21 May 2021'
const PWYP = 'https://pwypindonesia.org (profile of the consortium of West Nusa Tenggara and West Sumbawa)'

/** Indonesian local governments that are not in the list of 2020. */
const OTHER_INDONESIAN: readonly Since[] = [
	{
		place: place(['semarang', 'Semarang City', 'Kota Semarang'], ['ID', WIB, 'CITY']),
		joinedYear: 2020,
		mode: 'OGP_LOCAL_MEMBER',
		source: 'radarsemarang.jawapos.com, 20 October 2020',
	},
	{
		place: place(['brebes', 'Brebes Regency', 'Kabupaten Brebes'], ['ID', WIB, 'REGENCY']),
		joinedYear: 2020,
		mode: 'OGP_LOCAL_MEMBER',
		source: OGI_2021,
	},
	{
		place: place(['banggai', 'Banggai Regency', 'Kabupaten Banggai'], ['ID', WITA, 'REGENCY']),
		joinedYear: 2020,
		mode: 'OGP_LOCAL_MEMBER',
		source: OGI_2021,
	},
	{
		place: place(
			['west-nusa-tenggara', 'West Nusa Tenggara Province', 'Provinsi Nusa Tenggara Barat'],
			['ID', WITA, 'PROVINCE'],
		),
		joinedYear: 2020,
		mode: 'OGP_LOCAL_MEMBER',
		source: PWYP,
	},
	{
		place: place(
			['west-sumbawa', 'West Sumbawa Regency', 'Kabupaten Sumbawa Barat'],
			['ID', WITA, 'REGENCY'],
		),
		joinedYear: 2020,
		mode: 'OGP_LOCAL_MEMBER',
		source: PWYP,
	},
	...[
		place(['bandung', 'Bandung City', 'Kota Bandung'], ['ID', WIB, 'CITY']),
		place(['banda-aceh', 'Banda Aceh City', 'Kota Banda Aceh'], ['ID', WIB, 'CITY']),
		place(
			['dki-jakarta', 'Special Capital Region of Jakarta', 'Provinsi DKI Jakarta'],
			['ID', WIB, 'PROVINCE'],
		),
	].map((each) => ({
		place: each,
		joinedYear: null,
		mode: 'SUBNATIONAL_IN_NATIONAL_PLAN',
		source: 'slides of the CSO secretariat, 2020',
	})),
]

/** Our id of a place, by the name it has in the programmes of the seed documents and in the plans. */
export const MEMBER_BY_NAME: Readonly<Record<string, string>> = {
	Indonesia: 'indonesia',
	'Kabupaten Bojonegoro': 'bojonegoro',
	'Bojonegoro Regency, Indonesia': 'bojonegoro',
	'Kota Semarang': 'semarang',
	'Semarang, Indonesia': 'semarang',
	'Brebes, Indonesia': 'brebes',
	'Banggai, Indonesia': 'banggai',
	'West Nusa Tenggara, Indonesia': 'west-nusa-tenggara',
	'West Sumbawa, Indonesia': 'west-sumbawa',
	'Kota Bandung': 'bandung',
	'Kota Banda Aceh': 'banda-aceh',
	'Provinsi DKI Jakarta': 'dki-jakarta',
	'Provinsi Nusa Tenggara Barat': 'west-nusa-tenggara',
	'Kabupaten Banggai': 'banggai',
	'Kabupaten Sumbawa Barat': 'west-sumbawa',
	'Kabupaten Brebes': 'brebes',
}

const NOTES: Readonly<Record<string, readonly MemberNote[]>> = {
	bojonegoro: [
		{
			en: 'The slides of 2020 say 4 action items; the IRM report on 2017 says 5 commitments. 4 of them are here.',
			id: 'Salindia tahun 2020 menyebut 4 butir aksi; laporan IRM tentang 2017 menyebut 5 komitmen. Di sini ada 4.',
			source:
				'slides of the CSO secretariat, 2020; https://www.opengovpartnership.org/documents/bojonegoro-final-irm-report-2017/',
		},
	],
	semarang: [
		{
			en: 'The slides of 2020 say that Semarang joined the initiative in 2016: its programmes of that time were part of the national plan, before its own membership.',
			id: 'Salindia tahun 2020 menyebut Semarang bergabung pada 2016: program saat itu merupakan bagian dari rencana aksi nasional, sebelum keanggotaannya sendiri.',
			source: 'slides of the CSO secretariat, 2020',
		},
	],
}

/** Our id of a local member, by its name in the slides of 2020. */
export function localMemberId(name: string): string {
	return placeNamed(name).id
}

function placeNamed(name: string): Place {
	const known = MEMBERS_OF_2020[name]
	if (!known) throw new Error(`no place is known for the member ${name}`)
	return known
}

/** Every real member that is known here; each place once, whatever the number of sources that name it. */
export function realMembers(data: SeedData, at: Date): readonly Member[] {
	const local = [...data.localMembers.map(memberOf2020), ...OTHER_INDONESIAN]
	return [...nationalMembers(at), ...local.map((since) => localMember(since, { data, at }))]
}

function nationalMembers(at: Date): readonly Member[] {
	const national = {
		level: 'NATIONAL',
		localType: null,
		participationMode: null,
		isDemonstration: false,
		joinedYear: 2011,
		notes: [],
		source: 'https://www.opengovpartnership.org/members/ (founding member, 2011)',
		createdAt: at,
	}
	return [
		{
			...national,
			id: 'indonesia',
			countryCode: 'ID',
			nameEn: 'Indonesia',
			nameId: 'Indonesia',
			timeZone: WIB,
		},
		{
			...national,
			id: 'united-states',
			countryCode: 'US',
			nameEn: 'United States',
			nameId: 'Amerika Serikat',
			timeZone: 'America/New_York',
		},
	]
}

function memberOf2020(row: LocalMember): Since {
	return {
		place: placeNamed(row.member),
		joinedYear: row.joined_year,
		mode: 'OGP_LOCAL_MEMBER',
		source: citation(row.source),
	}
}

function localMember(
	{ place: where, joinedYear, mode, source }: Since,
	{ data, at }: { data: SeedData; at: Date },
): Member {
	const notes = [
		...(NOTES[where.id] ?? []),
		...yearNotes(where.id, joinedYear, data),
		...institutionNotes(where.id, data),
	]
	return {
		...where,
		level: 'LOCAL',
		participationMode: mode,
		joinedYear,
		isDemonstration: false,
		notes: notes.map((note) => ({ ...note })),
		source,
		createdAt: at,
	}
}

/** A place that took part through the national plan did not join OGP itself; the slides' year is kept as a note. */
function yearNotes(id: string, joinedYear: number | null, data: SeedData): readonly MemberNote[] {
	const row = data.programmes.find(
		(each) => MEMBER_BY_NAME[each.local_government] === id && each.joined_year !== '',
	)
	if (joinedYear !== null || !row) return []
	return [
		{
			en: `Took part through commitments in the national plan; the slides of 2020 give ${row.joined_year} as the year of joining the initiative.`,
			id: `Ikut serta melalui komitmen dalam rencana aksi nasional; salindia tahun 2020 menyebut ${row.joined_year} sebagai tahun bergabung dengan inisiatif ini.`,
			source: citation(row.source),
		},
	]
}

function institutionNotes(id: string, data: SeedData): readonly MemberNote[] {
	return data.plans
		.filter((plan) => MEMBER_BY_NAME[plan.member] === id && plan.lead_institutions !== undefined)
		.map((plan) => ({
			en: `Institutions named in the plan: ${plan.lead_institutions ?? ''}`,
			id: `Lembaga yang disebut dalam rencana aksi: ${plan.lead_institutions ?? ''}`,
			source: plan.source,
		}))
}
