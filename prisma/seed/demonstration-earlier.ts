import type { DemonstrationClaim } from './demonstration-acts.ts'

/** What the offices said at the first checkpoints: short, and once that nothing had happened yet. */
export const EARLIER_CLAIMS: readonly DemonstrationClaim[] = [
	{
		milestone: '1-m1',
		fromNow: -4,
		level: 'LIMITED',
		done: ['A team of all offices began the draft.', 'Tim lintas perangkat daerah mulai menyusun rancangan.'],
		challenges: ['APPROVALS'],
		evidence: [
			['REGULATION', 'https://kominfo.contoh.example/satu-data/sk-tim', 'Surat keputusan tim penyusun'],
		],
	},
	{
		milestone: '2-m1',
		fromNow: -4,
		level: 'LIMITED',
		done: ['One of three channels is connected.', 'Satu dari tiga kanal sudah terhubung.'],
		challenges: ['DEPENDENCY'],
		evidence: [['WEBPAGE', 'https://kominfo.contoh.example/lapor/kanal-pertama', 'Kanal pertama']],
	},
	{
		milestone: '1-m2',
		fromNow: -3,
		level: 'NOT_STARTED',
		isNil: true,
		done: [
			'Nothing happened in this period: the regulation comes first.',
			'Nihil: menunggu peraturan bupati tentang satu data.',
		],
		challenges: ['DEPENDENCY'],
	},
	{
		milestone: '4-m1',
		fromNow: -3,
		level: 'LIMITED',
		done: ['A first format was tried in six villages.', 'Format awal diuji coba di enam desa.'],
		challenges: ['RESOURCES'],
		evidence: [
			['REPORT', 'https://bapperida.contoh.example/anggaran-desa/uji-coba', 'Catatan uji coba format'],
		],
	},
	{
		milestone: '1-m2',
		fromNow: -2,
		level: 'LIMITED',
		done: ['12 of 50 datasets are on the portal.', '12 dari 50 dataset tersedia di portal.'],
		challenges: ['DEPENDENCY'],
		evidence: [['DATASET', 'https://data.contoh.example/katalog-awal', 'Katalog dataset pertama']],
	},
]
