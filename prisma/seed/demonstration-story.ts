import type { DemonstrationClaim, DemonstrationFinding } from './demonstration-acts.ts'

const FORUM = 'contoh-forum-warga'
const BUDGET_WATCH = 'contoh-pemantau-anggaran'
/** Co-leads the commitment on planning meetings; its findings have a second reader. */
const CO_LEAD = 'contoh-suara-perempuan'

/** What the offices of the demonstration said, in order. Among it: a nil report and claims nobody has verified. */
export const CLAIMS: readonly DemonstrationClaim[] = [
	{
		milestone: '1-m1',
		fromNow: -3,
		level: 'LIMITED',
		done: [
			'The draft was discussed with all offices.',
			'Rancangan dibahas bersama seluruh perangkat daerah.',
		],
		challenges: ['APPROVALS'],
		evidence: [
			[
				'MINUTES',
				'https://kominfo.contoh.example/satu-data/notulen-rancangan',
				'Notulen pembahasan rancangan',
			],
		],
	},
	{
		milestone: '2-m1',
		fromNow: -3,
		level: 'SUBSTANTIAL',
		done: ['Two of three channels are connected.', 'Dua dari tiga kanal sudah terhubung.'],
		evidence: [['WEBPAGE', 'https://kominfo.contoh.example/lapor/kanal', 'Daftar kanal yang terhubung']],
	},
	{
		milestone: '1-m1',
		fromNow: -2,
		level: 'COMPLETE',
		done: [
			'The regulation is in force and published in the gazette.',
			'Peraturan berlaku dan dimuat dalam berita daerah.',
		],
		evidence: [
			[
				'REGULATION',
				'https://jdih.contoh.example/peraturan-bupati-satu-data',
				'Peraturan bupati tentang satu data',
			],
		],
	},
	{
		milestone: '2-m1',
		fromNow: -2,
		level: 'COMPLETE',
		done: [
			'All channels of the regency are connected to SP4N-LAPOR!.',
			'Semua kanal kabupaten terhubung ke SP4N-LAPOR!.',
		],
		evidence: [
			['REPORT', 'https://kominfo.contoh.example/lapor/laporan-integrasi', 'Laporan integrasi kanal'],
		],
	},
	{
		milestone: '3-m1',
		fromNow: -2,
		level: 'LIMITED',
		done: ['Volunteers of eight sub-districts were trained.', 'Kader di delapan kecamatan telah dilatih.'],
		challenges: ['FUNDING'],
		evidence: [
			[
				'ATTENDANCE',
				'https://dinkes.contoh.example/posyandu/rekap-pelatihan',
				'Rekap pelatihan kader, tanpa nama',
			],
		],
	},
	{
		milestone: '4-m1',
		fromNow: -2,
		level: 'COMPLETE',
		done: ['Format and guide are finished and in use.', 'Format dan panduan selesai dan digunakan.'],
	},
	{
		milestone: '1-m2',
		fromNow: -1,
		level: 'SUBSTANTIAL',
		done: ['41 of 50 datasets are on the portal.', '41 dari 50 dataset tersedia di portal.'],
		challenges: ['DEPENDENCY'],
		evidence: [['DATASET', 'https://data.contoh.example/katalog', 'Katalog dataset']],
	},
	{
		milestone: '2-m2',
		fromNow: -1,
		level: 'SUBSTANTIAL',
		done: [
			'The first report was published; the second is being written.',
			'Laporan pertama diterbitkan; laporan kedua sedang disusun.',
		],
		evidence: [['REPORT', 'https://kominfo.contoh.example/lapor/triwulan-1', 'Laporan triwulan pertama']],
	},
	{
		milestone: '3-m2',
		fromNow: -1,
		level: 'NOT_STARTED',
		isNil: true,
		done: ['Nothing happened in this period.', 'Nihil: tidak ada kegiatan pada periode ini.'],
		challenges: ['STAFF_TURNOVER'],
	},
	{
		milestone: '4-m2',
		fromNow: -1,
		level: 'LIMITED',
		done: ['Budgets of 52 of 120 villages are online.', 'Anggaran 52 dari 120 desa tersedia daring.'],
		challenges: ['RESOURCES'],
		evidence: [['WEBPAGE', 'https://bapperida.contoh.example/anggaran-desa', 'Daftar anggaran desa']],
	},
	{
		milestone: '5-m1',
		fromNow: -1,
		level: 'SUBSTANTIAL',
		done: [
			'Meetings were held in seven of ten sub-districts.',
			'Pramusyawarah diadakan di tujuh dari sepuluh kecamatan.',
		],
		evidence: [
			['MINUTES', 'https://bapperida.contoh.example/musrenbang/notulen', 'Notulen tujuh pramusyawarah'],
		],
	},
]

/** What monitors found: agreeing, disagreeing both ways, unable to tell, and one with an interest of their own. */
export const FINDINGS: readonly DemonstrationFinding[] = [
	{
		key: 'v1',
		milestone: '1-m1',
		fromNow: -2,
		by: FORUM,
		level: 'COMPLETE',
		outcome: 'CONFIRMED',
		method: 'DOCUMENT_REVIEW',
		confidence: 'HIGH',
		rationale: [
			'The regulation is in the gazette with its number and date, and covers all data standards the commitment names.',
			'Peraturan tercantum dalam berita daerah beserta nomor dan tanggalnya, dan memuat seluruh standar data yang disebut dalam komitmen.',
		],
		evidence: [
			[
				'REGULATION',
				'https://jdih.contoh.example/peraturan-bupati-satu-data',
				'Peraturan bupati tentang satu data',
				'SUPPORTS',
			],
		],
	},
	{
		key: 'v2',
		milestone: '2-m1',
		fromNow: -2,
		by: FORUM,
		level: 'LIMITED',
		outcome: 'NOT_CONFIRMED',
		method: 'SERVICE_TEST',
		confidence: 'HIGH',
		rationale: [
			'We sent ten test complaints through each channel. Only those of one channel arrived in SP4N-LAPOR!; the other two still end in an office mailbox.',
			'Kami mengirim sepuluh aduan uji melalui setiap kanal. Hanya aduan dari satu kanal yang masuk ke SP4N-LAPOR!; dua kanal lain masih berhenti di surel kantor.',
		],
		evidence: [
			['DATASET', 'https://forumwarga.contoh.example/uji-kanal', 'Hasil uji tiga puluh aduan', 'CONTRADICTS'],
		],
	},
	{
		key: 'v3',
		milestone: '3-m1',
		fromNow: -2,
		by: BUDGET_WATCH,
		level: 'SUBSTANTIAL',
		outcome: 'PARTLY_CONFIRMED',
		method: 'SITE_VISIT',
		confidence: 'MEDIUM',
		needs: [
			'The lists of participants that the office keeps.',
			'Daftar peserta pelatihan yang disimpan dinas.',
		],
		rationale: [
			'We visited all twenty sub-districts: volunteers in fourteen had been trained, more than the office reports, because villages paid for six trainings themselves.',
			'Kami mengunjungi dua puluh kecamatan: kader di empat belas kecamatan sudah dilatih, lebih banyak daripada laporan dinas, karena enam pelatihan dibiayai desa.',
		],
		evidence: [
			[
				'REPORT',
				'https://pemantauanggaran.contoh.example/kunjungan-posyandu',
				'Catatan kunjungan',
				'CONTRADICTS',
			],
		],
	},
	{
		key: 'v4',
		milestone: '4-m1',
		fromNow: -2,
		by: BUDGET_WATCH,
		level: null,
		outcome: 'CANNOT_VERIFY',
		method: 'DOCUMENT_REVIEW',
		confidence: 'LOW',
		needs: ['The format and the guide themselves.', 'Format dan panduan itu sendiri.'],
		rationale: [
			'The claim names no document. We asked twice for the format and the guide and have received neither, so we can neither confirm nor deny it.',
			'Klaim tidak menyebut dokumen apa pun. Kami dua kali meminta format dan panduan tetapi belum menerimanya, sehingga klaim tidak dapat kami pastikan.',
		],
		evidence: [
			[
				'OTHER',
				'https://pemantauanggaran.contoh.example/surat-permintaan',
				'Surat permintaan informasi',
				'CONTEXT',
			],
		],
	},
	{
		key: 'v5',
		milestone: '1-m2',
		fromNow: -1,
		by: BUDGET_WATCH,
		level: 'LIMITED',
		outcome: 'PARTLY_CONFIRMED',
		method: 'DATA_ANALYSIS',
		confidence: 'HIGH',
		rationale: [
			'41 entries are in the catalogue, but 23 of them open an empty table or a scanned picture; 18 of 50 datasets can be used.',
			'Ada 41 entri dalam katalog, tetapi 23 di antaranya berupa tabel kosong atau gambar pindaian; 18 dari 50 dataset dapat digunakan.',
		],
		evidence: [
			[
				'DATASET',
				'https://pemantauanggaran.contoh.example/audit-katalog',
				'Pemeriksaan 41 entri',
				'CONTRADICTS',
			],
		],
	},
	{
		key: 'v6',
		milestone: '5-m1',
		fromNow: -1,
		by: CO_LEAD,
		level: 'SUBSTANTIAL',
		outcome: 'CONFIRMED',
		method: 'INTERVIEW',
		confidence: 'MEDIUM',
		rationale: [
			'Participants of all seven meetings told us that they took place and that their proposals were written down.',
			'Peserta ketujuh pramusyawarah menyampaikan kepada kami bahwa kegiatan berlangsung dan usulan mereka dicatat.',
		],
		needs: [
			'Attendance lists of all meetings, by group.',
			'Daftar hadir seluruh pertemuan menurut kelompok.',
		],
		interest: {
			named: [{ scope: 'ORGANIZATION', code: 'CO_LEADS' }],
			statement:
				'Organisasi ini turut memimpin komitmen ini bersama Bapperida. / This organization co-leads the commitment with the planning agency.',
		},
		readBy: 'CSO_OWNER',
		evidence: [
			[
				'INTERVIEW',
				'https://suaraperempuan.contoh.example/wawancara-pramusyawarah',
				'Ringkasan wawancara, tanpa nama',
				'SUPPORTS',
			],
		],
	},
]
