import { addDays } from '#app/domain/calendar.ts'
import type { DemonstrationCalendar } from './demonstration-calendar.ts'
import { DEMONSTRATION_PLAN } from './demonstration-plan.ts'
import type { RegisterAct } from './demonstration-registers.ts'

/** What the demonstration's member shares with others: a practice with figures by year, and a visit. */
export function sharingActs(calendar: DemonstrationCalendar): readonly RegisterAct[] {
	return [practice(calendar), visit(calendar)]
}

function practice({ today, startsOn }: DemonstrationCalendar): RegisterAct {
	const firstYear = Number(startsOn.slice(0, 4)) - 2
	const answered = ['41', '58', '77']
	return {
		key: 'practice-1',
		kind: 'good-practice.published',
		on: addDays(today, -110),
		said: {
			titleEn: 'One number for every complaint',
			titleId: 'Satu nomor untuk setiap pengaduan',
			policyArea: 'Pengelolaan pengaduan',
			problemEn: 'Complaints by letter, telephone and app were counted apart, and many were never answered.',
			problemId:
				'Pengaduan lewat surat, telepon, dan aplikasi dihitung terpisah, dan banyak yang tidak pernah dijawab.',
			doneEn: 'Each complaint gets one number on whatever way it comes; the list of open numbers is public.',
			doneId:
				'Setiap pengaduan mendapat satu nomor melalui jalur apa pun; daftar nomor yang belum dijawab terbuka untuk umum.',
			resultsEn: 'More complaints were answered within 14 days in each of three years.',
			resultsId: 'Pengaduan yang dijawab dalam 14 hari bertambah selama tiga tahun.',
			points: answered
				.map((value, at) => `${String(firstYear + at)}; Pengaduan dijawab dalam 14 hari; ${value}; %`)
				.join('\n'),
			reuseEn: 'A spreadsheet is enough to begin: number, day, office, answer. Publish it each month.',
			reuseId: 'Lembar kerja cukup untuk memulai: nomor, tanggal, kantor, jawaban. Umumkan setiap bulan.',
			contactOffice: 'Dinas Kominfo Contoh',
			usedBy: 'Kota Peraga (peragaan)',
			url: 'https://contoh.example/lapor/praktik',
		},
	}
}

function visit({ today }: DemonstrationCalendar): RegisterAct {
	return {
		key: 'contribution-1',
		kind: 'contribution.published',
		on: addDays(today, -98),
		said: {
			titleEn: 'Visit: how complaints get one number',
			titleId: 'Kunjungan: cara pengaduan mendapat satu nomor',
			contributionKind: 'PEER_EXCHANGE',
			role: 'PROVIDER',
			scope: 'DOMESTIC',
			heldOn: addDays(today, -100),
			counterparts: 'Kota Peraga (peragaan)',
			isOutsideJurisdiction: 'YES',
			events: '1',
			participants: '18',
			url: 'https://contoh.example/lapor/kunjungan',
		},
	}
}

const PARTS: readonly (readonly [
	key: string,
	element: string,
	group: string | null,
	name: string,
	roleEn: string,
	roleId: string,
])[] = [
	[
		'1',
		'ACTOR',
		'GOVERNMENT',
		'Dinas Kominfo Contoh',
		'Runs the complaint service.',
		'Menjalankan layanan pengaduan.',
	],
	[
		'2',
		'ACTOR',
		'CIVIL_SOCIETY',
		'Forum Warga Contoh',
		'Brings residents to the table.',
		'Mengajak warga berunding.',
	],
	[
		'3',
		'ACTOR',
		'PRIVATE_SECTOR',
		'Asosiasi Usaha Contoh (peragaan)',
		'Uses the open data.',
		'Memakai data terbuka.',
	],
	[
		'4',
		'REFORMER',
		null,
		'Bapperida Contoh',
		'Asks each office for its open figures.',
		'Meminta angka terbuka dari tiap kantor.',
	],
	[
		'5',
		'INITIATIVE',
		null,
		'Satu Data Contoh',
		'One catalogue of data, under way before the plan.',
		'Satu katalog data, berjalan sebelum rencana ini.',
	],
	[
		'6',
		'POLITICAL_SUPPORT',
		null,
		'Bupati Contoh (peragaan)',
		'Named openness in the programme of the term.',
		'Mencantumkan keterbukaan dalam program masa jabatan.',
	],
	[
		'7',
		'SPACE',
		null,
		'Forum Keterbukaan Pemerintah Kabupaten Contoh',
		'Meets in the open twice a year and more.',
		'Bertemu secara terbuka sedikitnya dua kali setahun.',
	],
]

/** What the demonstration's plan builds on. */
export function stakeholderActs({ startsOn }: DemonstrationCalendar): readonly RegisterAct[] {
	return PARTS.map(([key, element, group, name, roleEn, roleId]) => ({
		key: `stakeholder-${key}`,
		kind: 'stakeholder.published',
		on: addDays(startsOn, 5),
		said: { planId: DEMONSTRATION_PLAN, element, group: group ?? undefined, name, roleEn, roleId },
	}))
}
