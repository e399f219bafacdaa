import type { Disposition } from '#app/domain/assessment-comment/rules.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import type { TextSection } from '#app/domain/self-assessment/rules.ts'
import type { Text } from './demonstration-texts.ts'

/** What the secretariat wrote for the mid-term self-assessment. */
export const SECTION_TEXTS: { readonly [S in TextSection]?: Text } = {
	INTRODUCTION: [
		'The regency is in the second year of its first plan. Six commitments are led by three offices.',
		'Kabupaten memasuki tahun kedua rencana aksi pertamanya. Enam komitmen dipimpin tiga perangkat daerah.',
	],
	PARTICIPATION_DEVELOPMENT: [
		'Two citizens’ organizations took part in writing the plan; 34 proposals came in and each was answered.',
		'Dua organisasi warga ikut menyusun rencana aksi; 34 usulan masuk dan semuanya dijawab.',
	],
	PARTICIPATION_IMPLEMENTATION: [
		'The forum met every quarter. Its minutes are public; two meetings were held in villages.',
		'Forum bertemu setiap triwulan. Notulanya terbuka; dua pertemuan diadakan di desa.',
	],
	PARTICIPATION_REPORT: [
		'This report was open to comments for two weeks. Two came in and are answered in the annex.',
		'Laporan ini terbuka untuk tanggapan selama dua minggu. Dua tanggapan masuk dan dijawab dalam lampiran.',
	],
	PEER_EXCHANGE: [
		'The data team visited a neighbouring regency to see its catalogue.',
		'Tim data mengunjungi kabupaten tetangga untuk melihat katalognya.',
	],
	LESSONS: [
		'A regulation first, then the portal: where the rule was missing, offices waited.',
		'Peraturan lebih dahulu, baru portal: selama aturan belum ada, perangkat daerah menunggu.',
	],
	NEXT_STEPS: [
		'Connect the two channels that monitors found open, and help villages to enter their budgets.',
		'Menghubungkan dua kanal yang menurut pemantau belum terhubung, dan membantu desa memasukkan anggarannya.',
	],
}

type CommitmentWords = { readonly level: ClaimedLevel; readonly results: Text; readonly next: Text }

/** Of each commitment: how far it has come as a whole, what came of it, and what is next. */
export const COMMITMENT_ANSWERS: Readonly<Record<string, CommitmentWords>> = {
	'1': {
		level: 'SUBSTANTIAL',
		results: ['The regulation holds; the portal is filling.', 'Peraturan berlaku; portal mulai terisi.'],
		next: [
			'Datasets that can be used, not only found.',
			'Dataset yang dapat digunakan, bukan hanya ditemukan.',
		],
	},
	'2': {
		level: 'SUBSTANTIAL',
		results: ['Complaints have one number.', 'Pengaduan memiliki satu nomor.'],
		next: ['Test every channel with monitors.', 'Menguji setiap kanal bersama pemantau.'],
	},
	'3': {
		level: 'LIMITED',
		results: ['Volunteers of eight sub-districts are trained.', 'Kader di delapan kecamatan terlatih.'],
		next: ['Money for the other twelve.', 'Anggaran bagi dua belas kecamatan lainnya.'],
	},
	'4': {
		level: 'LIMITED',
		results: ['There is one format.', 'Satu format telah tersedia.'],
		next: ['Enter scanned budgets.', 'Memasukkan anggaran hasil pindaian.'],
	},
	'5': {
		level: 'LIMITED',
		results: ['The meetings have begun.', 'Pramusyawarah telah dimulai.'],
		next: ['Answer the proposals.', 'Menjawab usulan yang masuk.'],
	},
	'6': {
		level: 'NOT_STARTED',
		results: ['The rule is being written.', 'Aturan sedang disusun.'],
		next: ['Publish the rule and its exceptions.', 'Menerbitkan aturan beserta pengecualiannya.'],
	},
}

type CommentWords = {
	readonly organization: string | null
	readonly locale: 'en' | 'id'
	readonly body: string
	readonly disposition: Disposition
	readonly answer: Text
}

/** What was commented while the draft was open, and how it was answered. Nobody gave a name. */
export const COMMENTS: readonly CommentWords[] = [
	{
		organization: 'Forum Warga Contoh',
		locale: 'id',
		body: 'Laporan menyebut semua kanal pengaduan terhubung. Uji kami menunjukkan dua kanal belum terhubung.',
		disposition: 'ACCEPTED',
		answer: [
			'The finding is right for two channels; the text now says so under next steps.',
			'Temuan itu benar untuk dua kanal; naskah kini menyebutnya pada langkah berikutnya.',
		],
	},
	{
		organization: null,
		locale: 'id',
		body: 'Mohon anggaran desa kami ditampilkan tahun ini juga.',
		disposition: 'PARTLY',
		answer: [
			'All 120 villages will be online, one quarter later than planned; the plan is amended for it.',
			'Seluruh 120 desa akan tersedia, satu triwulan lebih lambat; rencana aksi diubah untuk itu.',
		],
	},
]
