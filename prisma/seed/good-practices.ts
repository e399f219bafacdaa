import { randomBytes } from 'node:crypto'
import { utcDay } from '#app/domain/calendar.ts'
import { deskForms } from '#app/domain/desk/schema.ts'
import { placeOf } from '#app/domain/desk/rules.ts'
import { memberActRow } from '#app/domain/member-act/view.ts'
import type { DeskKind } from '#app/domain/member-act/rules.ts'
import type { MemberActRows } from '#app/domain/stored-act/view.ts'
import { citation } from './data-files.ts'
import type { LocalProgramme, SeedData } from './data-files.ts'
import { MEMBER_BY_NAME, localMemberId } from './members.ts'
import { POLICY_AREAS } from './policy-areas.ts'
import { HOST } from './reference.ts'

/** What a published source says of a member beyond its plans. */
type Published = {
	readonly recordId: string
	readonly kind: DeskKind
	readonly memberId: string
	readonly said: Readonly<Record<string, unknown>>
	readonly source: string
	readonly sourceUrl?: string
	/** The day that counts, where the act names none. */
	readonly onDay?: string
}

/** Real acts of members beyond their plans, imported by the host: nothing in them that their sources do not say. */
export function realMemberActs(data: SeedData, at: Date): readonly MemberActRows[] {
	const published = [...practices(data.programmes), ...memberships(data), OG_WEEK_2021]
	return published.map((one) => importedAct(one, at))
}

function importedAct({ recordId, kind, memberId, said, ...from }: Published, at: Date): MemberActRows {
	const publishedOn = utcDay(at)
	const place = placeOf(said, from.onDay ?? publishedOn)
	const row = memberActRow({
		...{ recordId, kind, memberId, version: 1 },
		...place,
		said: deskForms(publishedOn)[kind].parse(said),
		provenance: { source: from.source, sourceUrl: from.sourceUrl ?? null, importedById: HOST },
		organizationId: HOST,
		submittedById: null,
		...{ at, publishedOn },
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: new Uint8Array(randomBytes(32)),
	})
	return { kind, row, evidence: [] }
}

/** The day of the slides that name the practices. */
const SLIDES_OF_2021 = '2021-05-21'

/** How a practice is told from the rows of the table that name it. */
type Practice = {
	readonly key: string
	/** Names of its rows, as the source prints them. */
	readonly rows: readonly string[]
	readonly titleId?: string
	/** A policy area's code; which one is our choice. */
	readonly policyArea: string
	/** What was done; the English text is put together from the rows. */
	readonly doneId: string
	readonly results?: { readonly en: string; readonly id: string }
	/** Only years and figures that the source prints. */
	readonly points?: string
}

const PRACTICES: readonly Practice[] = [
	{
		key: 'ntb-satu-data',
		rows: ['Program NTB Satu Data'],
		policyArea: 'OPEN_DATA',
		doneId: 'Satu data.',
	},
	{
		key: 'ntb-care',
		rows: ['NTB Care'],
		policyArea: 'COMPLAINTS',
		doneId: 'Pengaduan dan aspirasi.',
	},
	{
		key: 'revitalisasi-posyandu',
		rows: ['Revitalisasi Posyandu'],
		policyArea: 'HEALTH',
		doneId: 'Pos pelayanan terpadu (posyandu) yang serbaguna.',
	},
	{
		key: 'posyandu-pra-konsepsi',
		rows: ['Posyandu Pra Konsepsi'],
		policyArea: 'HEALTH',
		doneId: 'Pelayanan kesehatan sebelum kehamilan.',
	},
	{
		key: 'pinasa',
		rows: ['Pinasa'],
		policyArea: 'ENVIRONMENT',
		doneId: 'Gerakan untuk tidak membuang sampah sembarangan.',
		results: {
			en: 'The source names the Adipura of 2017, 2018 and 2019.',
			id: 'Sumbernya menyebut Adipura tahun 2017, 2018, dan 2019.',
		},
		points: '2017; Adipura; 1;\n2018; Adipura; 1;\n2019; Adipura; 1;',
	},
	{
		key: 'banggai-satu-data',
		rows: ['Banggai Satu Data'],
		policyArea: 'OPEN_DATA',
		doneId: 'Satu data, masih dikembangkan pada 2021.',
	},
	{
		key: 'family-farming',
		rows: ['Program Family Farming'],
		policyArea: 'HEALTH',
		doneId: 'Pemanfaatan pekarangan rumah untuk bertani.',
	},
	{
		key: 'gotong-royong',
		rows: ['Gotong Royong Mandiri', 'Gotong Royong Stimulan', 'Gotong Royong Padat Karya'],
		titleId: 'Gotong Royong: Mandiri, Stimulan, dan Padat Karya',
		policyArea: 'PUBLIC_PARTICIPATION',
		doneId:
			'Satu program dengan tiga ruang lingkup. Gotong Royong Mandiri: pekerjaan kecil yang dikerjakan warga sendiri. Gotong Royong Stimulan: pekerjaan rumah tangga dan masyarakat yang mendapat dukungan. Gotong Royong Padat Karya: pekerjaan padat karya.',
	},
	{
		key: 'gerakan-kembali-bersekolah',
		rows: ['Gerakan Kembali Bersekolah (GKB)'],
		policyArea: 'EDUCATION',
		doneId: 'Gerakan kembali bersekolah.',
		results: {
			en: 'Money as the source prints it: Rp 500 million of the regency’s budget (APBD) for 300 people; Rp 1.5 million per person from villages, 10 people per village. It names no year.',
			id: 'Dana sebagaimana tercetak pada sumbernya: APBD Rp500 juta untuk 300 orang; Rp1,5 juta per orang dari desa, 10 orang per desa. Tahunnya tidak disebut.',
		},
	},
	{
		key: 'sambang-bansos',
		rows: ['Sambang Bansos'],
		policyArea: 'SOCIAL_SAFETY',
		doneId: 'Pemadanan data bantuan sosial.',
	},
]

function practices(programmes: readonly LocalProgramme[]): readonly Published[] {
	return PRACTICES.map(({ key, rows, titleId, policyArea, doneId, results, points }) => {
		const named = rows.map((name) => rowNamed(name, programmes))
		const [first] = named
		const memberId = MEMBER_BY_NAME[first?.local_government ?? '']
		if (!first || !memberId) throw new Error(`no member is known for the practice ${key}`)
		return {
			recordId: `${memberId}-practice-${key}`,
			kind: 'good-practice.published',
			memberId,
			onDay: SLIDES_OF_2021,
			source: `${citation(first.source)}; summary and theme: ours`,
			said: {
				titleId: titleId ?? first.programme,
				policyArea: themeNamed(policyArea),
				doneId,
				doneEn: doneIn(named),
				resultsEn: results?.en,
				resultsId: results?.id,
				points: points ?? '',
			},
		}
	})
}

/** The theme as it is written on the page of the act, in the language of the practice's name. */
function themeNamed(code: string): string {
	const area = POLICY_AREAS.find(([known]) => known === code)
	if (!area) throw new Error(`there is no policy area ${code}`)
	return area[2]
}

function rowNamed(name: string, programmes: readonly LocalProgramme[]): LocalProgramme {
	const row = programmes.find(({ programme, source }) => programme === name && source.includes('OGI'))
	if (!row) throw new Error(`the programmes of the seed documents do not name ${name}`)
	return row
}

/** Our summary of the rows; several are scopes of one programme. The figures after a semicolon stand with the results. */
function doneIn(rows: readonly LocalProgramme[]): string {
	const summary = ({ description_own_words: text }: LocalProgramme) => text.split(';')[0] ?? text
	const [first] = rows
	if (rows.length === 1 && first) return asSentence(summary(first))
	const scopes = rows.map((row) => `${row.programme}: ${summary(row)}.`)
	return ['One programme in three scopes.', ...scopes].join(' ')
}

function asSentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** That the 20 local members of the slides of 2020 are members, each since the year in which it joined. */
function memberships(data: SeedData): readonly Published[] {
	return data.localMembers.map((row) => {
		const memberId = localMemberId(row.member)
		return {
			recordId: `${memberId}-membership-2020`,
			kind: 'membership.published',
			memberId,
			source: citation(row.source),
			said: {
				status: 'ACTIVE',
				sinceOn: String(row.joined_year),
				noteEn: `Listed as a local member in the slides of 2020. What became of its membership later is not in them.${LATER_EN[memberId] ?? ''}`,
				noteId: `Tercantum sebagai anggota daerah dalam salindia tahun 2020. Keadaan keanggotaannya sesudah itu tidak ada di dalamnya.${LATER_ID[memberId] ?? ''}`,
			},
		}
	})
}

/** What another source says came after the slides, without a day. */
const LATER_EN: Readonly<Record<string, string>> = {
	bojonegoro: ' According to old.dpr.go.id (29 April 2025) it later dropped out; the year is not given.',
}
const LATER_ID: Readonly<Record<string, string>> = {
	bojonegoro:
		' Menurut old.dpr.go.id (29 April 2025), anggota ini kemudian tidak berlanjut; tahunnya tidak disebut.',
}

const OG_WEEK_2021: Published = {
	recordId: 'indonesia-og-week-2021',
	kind: 'contribution.published',
	memberId: 'indonesia',
	source:
		'Open Government Indonesia, “Best Practices of OGP Local Indonesia and the Closing of OG Week 2021”, 21 May 2021',
	said: {
		titleEn: 'OG Week Indonesia 2021',
		titleId: 'Pekan Keterbukaan Pemerintah (OG Week) Indonesia 2021',
		contributionKind: 'OGWEEK_EVENT',
		role: 'PROVIDER',
		scope: 'DOMESTIC',
		heldOn: '2021-05',
		isOutsideJurisdiction: 'UNKNOWN',
		events: 16,
		summaryEn:
			'Totals as published: 16 webinars and workshops, more than 1,000 participants, 17 civil society organizations, 5 OGP Local members, 6 central institutions, 22 women speakers. The source names none of them; how many people took part is not given more exactly.',
		summaryId:
			'Jumlah sebagaimana diumumkan: 16 webinar dan lokakarya, lebih dari 1.000 peserta, 17 organisasi masyarakat sipil, 5 anggota OGP Local, 6 lembaga pusat, 22 pembicara perempuan. Sumbernya tidak menyebut nama mereka; jumlah peserta tidak disebut lebih tepat.',
	},
}
