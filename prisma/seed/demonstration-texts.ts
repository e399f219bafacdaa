/** A text in both languages. */
export type Text = readonly [en: string, id: string]

export type CommitmentText = {
	readonly key: string
	readonly lead: string
	readonly supporting: readonly string[]
	readonly title: Text
	readonly problem: Text
	readonly baseline: Text
	readonly description: Text
	readonly values: Readonly<Record<string, string>>
	readonly area: string
	/** What is to be delivered, by the end of which checkpoint counted from today's, and from the beginning of which. */
	readonly milestones: readonly (readonly [
		title: Text,
		deliverable: Text,
		dueFromNow: number,
		startsFromNow: number,
	])[]
}

/** Six commitments in the style of the local programmes of 2020 and 2021; invented, like the regency. */
export const COMMITMENT_TEXTS: readonly CommitmentText[] = [
	{
		key: '1',
		lead: 'contoh-dinas-kominfo',
		supporting: ['contoh-bapperida'],
		title: ['One open data portal for the regency', 'Satu portal data terbuka kabupaten'],
		problem: [
			'Every office keeps its own figures; residents cannot find them and offices contradict each other.',
			'Setiap perangkat daerah menyimpan angka sendiri; warga sulit menemukannya dan angkanya saling bertentangan.',
		],
		baseline: [
			'Twelve tables on four websites, none with a date or a licence.',
			'Dua belas tabel di empat situs web, tanpa tanggal dan tanpa lisensi.',
		],
		description: [
			'Publish the regency’s priority data on one portal, with standards, a calendar and an answer to every request.',
			'Menerbitkan data prioritas kabupaten di satu portal, dengan standar, jadwal, dan jawaban atas setiap permintaan.',
		],
		values: {
			TRANSPARENCY: 'Data that offices kept to themselves become public and reusable.',
			TECHNOLOGY: 'One portal with an open interface.',
		},
		area: 'Open Data',
		milestones: [
			[
				['Regent’s regulation on one-data standards', 'Peraturan bupati tentang standar satu data'],
				['Regulation published in the regional gazette', 'Peraturan dimuat dalam berita daerah'],
				-2,
				-4,
			],
			[
				['Fifty priority datasets on the portal', 'Lima puluh dataset prioritas di portal'],
				['50 datasets with metadata and update dates', '50 dataset dengan metadata dan tanggal pemutakhiran'],
				-1,
				-3,
			],
			[
				['Every data request answered in public', 'Setiap permintaan data dijawab secara terbuka'],
				['Public list of requests and answers', 'Daftar terbuka permintaan dan jawaban'],
				3,
				0,
			],
		],
	},
	{
		key: '2',
		lead: 'contoh-dinas-kominfo',
		supporting: ['contoh-dinas-kesehatan', 'contoh-bapperida'],
		title: [
			'Complaints answered through one national channel',
			'Pengaduan warga dijawab melalui satu kanal nasional',
		],
		problem: [
			'Complaints get lost between offices and nobody sees how many are solved.',
			'Pengaduan hilang di antara perangkat daerah dan tidak terlihat berapa yang selesai.',
		],
		baseline: [
			'Three channels, no common number, 41 % answered within the time limit.',
			'Tiga kanal tanpa nomor bersama, 41 % dijawab tepat waktu.',
		],
		description: [
			'Connect all channels to the national complaint system and publish each quarter what became of the complaints.',
			'Menghubungkan semua kanal dengan sistem pengaduan nasional dan menerbitkan tindak lanjutnya setiap triwulan.',
		],
		values: {
			ACCOUNTABILITY: 'Offices answer in public for what they did with a complaint.',
			PARTICIPATION: 'Residents can follow and reopen their complaint.',
		},
		area: 'Public Service Delivery',
		milestones: [
			[
				['All regency channels connected to SP4N-LAPOR!', 'Semua kanal kabupaten terhubung ke SP4N-LAPOR!'],
				[
					'Integration tested with complaints from every channel',
					'Integrasi teruji dengan pengaduan dari setiap kanal',
				],
				-2,
				-4,
			],
			[
				['Quarterly report on answers to complaints', 'Laporan triwulanan tindak lanjut pengaduan'],
				[
					'Report with numbers by office and time',
					'Laporan berisi jumlah menurut perangkat daerah dan waktu',
				],
				1,
				-1,
			],
		],
	},
	{
		key: '3',
		lead: 'contoh-dinas-kesehatan',
		supporting: ['contoh-dinas-kominfo'],
		title: ['Health posts that serve couples before pregnancy', 'Posyandu prakonsepsi bagi calon orang tua'],
		problem: [
			'Risks are found only late in pregnancy, most of all in the hill villages.',
			'Risiko baru ditemukan pada akhir kehamilan, terutama di desa perbukitan.',
		],
		baseline: [
			'Two of twenty sub-districts offer the service; its results are not published.',
			'Dua dari dua puluh kecamatan menyediakan layanan; hasilnya tidak diterbitkan.',
		],
		description: [
			'Open the service in every sub-district with trained volunteers and publish attendance, without any name.',
			'Membuka layanan di setiap kecamatan dengan kader terlatih dan menerbitkan jumlah kunjungan tanpa nama.',
		],
		values: {
			TRANSPARENCY: 'Attendance and stock become public every quarter.',
			INCLUSION: 'Hill villages come first.',
		},
		area: 'Health and Nutrition',
		milestones: [
			[
				['Volunteers trained in twenty sub-districts', 'Kader terlatih di dua puluh kecamatan'],
				['At least four trained volunteers each', 'Sekurang-kurangnya empat kader terlatih per kecamatan'],
				-1,
				-2,
			],
			[
				['Attendance published every quarter', 'Jumlah kunjungan diterbitkan setiap triwulan'],
				['Table by sub-district, without personal data', 'Tabel menurut kecamatan, tanpa data pribadi'],
				2,
				-1,
			],
			[
				['Residents assess the service', 'Warga menilai layanan'],
				['Survey with results and answer of the office', 'Survei dengan hasil dan jawaban dinas'],
				3,
				0,
			],
		],
	},
	{
		key: '4',
		lead: 'contoh-bapperida',
		supporting: ['contoh-dinas-kominfo'],
		title: ['Village budgets that residents can read', 'Anggaran desa yang dapat dibaca warga'],
		problem: [
			'Village budgets hang in the office as scanned tables nobody understands.',
			'Anggaran desa dipasang di kantor berupa tabel pindaian yang sulit dipahami.',
		],
		baseline: [
			'31 of 120 villages publish a budget, none in an open format.',
			'31 dari 120 desa menerbitkan anggaran, tidak ada yang berformat terbuka.',
		],
		description: [
			'Publish plan and spending of every village in one open format, with a meeting where residents ask.',
			'Menerbitkan rencana dan realisasi setiap desa dalam satu format terbuka, disertai pertemuan tanya jawab.',
		],
		values: {
			TRANSPARENCY: 'Budget and spending are published in an open format.',
			ACCOUNTABILITY: 'The village answers questions in an open meeting.',
		},
		area: 'Fiscal/Budget Openness',
		milestones: [
			[
				['One open format for village budgets', 'Satu format terbuka anggaran desa'],
				['Format and guide published', 'Format dan panduan diterbitkan'],
				-2,
				-3,
			],
			[
				['Budgets of all 120 villages online', 'Anggaran 120 desa tersedia daring'],
				['120 budgets and spending reports', '120 anggaran dan laporan realisasi'],
				1,
				-1,
			],
			[
				['Open question meetings in every village', 'Pertemuan tanya jawab terbuka di setiap desa'],
				['Minutes with questions and answers', 'Notulen berisi pertanyaan dan jawaban'],
				3,
				0,
			],
		],
	},
	{
		key: '5',
		lead: 'contoh-bapperida',
		supporting: ['contoh-dinas-kesehatan'],
		title: [
			'Planning meetings that hear those who are seldom heard',
			'Musrenbang yang mendengar kelompok rentan',
		],
		problem: [
			'Women, older people and people with disabilities are a small part of planning meetings.',
			'Perempuan, lansia, dan penyandang disabilitas hanya sebagian kecil peserta musrenbang.',
		],
		baseline: [
			'One participant in five; proposals are not followed up in public.',
			'Satu dari lima peserta; usulan tidak ditindaklanjuti secara terbuka.',
		],
		description: [
			'Hold preparatory meetings for these groups and answer every proposal with reasons.',
			'Mengadakan pramusyawarah bagi kelompok ini dan menjawab setiap usulan beserta alasannya.',
		],
		values: {
			PARTICIPATION: 'Groups that were left out put proposals on the table and get a reasoned answer.',
		},
		area: 'Public Participation',
		milestones: [
			[
				['Preparatory meetings in ten sub-districts', 'Pramusyawarah di sepuluh kecamatan'],
				['Minutes with attendance by group', 'Notulen dengan jumlah peserta menurut kelompok'],
				1,
				-1,
			],
			[
				['Reasoned answer to every proposal', 'Jawaban beralasan atas setiap usulan'],
				['Public table of proposals and answers', 'Tabel terbuka usulan dan jawaban'],
				2,
				0,
			],
		],
	},
	{
		key: '6',
		lead: 'contoh-dinas-kominfo',
		supporting: ['contoh-bapperida'],
		title: ['Procurement contracts in the open', 'Kontrak pengadaan yang terbuka'],
		problem: [
			'Residents learn of a contract when the work fails, not when it is signed.',
			'Warga mengetahui kontrak saat pekerjaan bermasalah, bukan saat ditandatangani.',
		],
		baseline: [
			'Tender notices are public; contracts and changes are not.',
			'Pengumuman lelang terbuka; kontrak dan perubahannya tidak.',
		],
		description: [
			'Publish contracts, changes and deliveries above a threshold, with a place to ask.',
			'Menerbitkan kontrak, perubahan, dan serah terima di atas ambang nilai, disertai ruang bertanya.',
		],
		values: {
			TRANSPARENCY: 'Contracts and their changes are published.',
			ACCOUNTABILITY: 'Each contract names who answers for it.',
		},
		area: 'Open Contracting',
		milestones: [
			[
				['Rule on which contracts are published', 'Aturan kontrak yang diterbitkan'],
				['Decree with threshold and exceptions', 'Keputusan berisi ambang nilai dan pengecualian'],
				-1,
				-1,
			],
			[
				['Contracts of the running year published', 'Kontrak tahun berjalan diterbitkan'],
				['Open table, updated monthly', 'Tabel terbuka, dimutakhirkan setiap bulan'],
				2,
				0,
			],
		],
	},
]
