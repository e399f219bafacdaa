import type { Decision } from '#app/domain/verifier-decision/rules.ts'
import type { DemonstrationFinding, Link } from './demonstration-acts.ts'
import type { StoryDay } from './demonstration-calendar.ts'
import { observationAddress } from './demonstration-public.ts'
import type { Text } from './demonstration-texts.ts'

/** What an institution replied to a version of a finding. */
export type DemonstrationReply = {
	readonly key: string
	/** The finding's key, and its version. */
	readonly to: readonly [finding: string, version: number]
	readonly on: StoryDay
	readonly text: Text
	readonly evidence: readonly Link[]
}

/** What the author of a finding decided after a reply. */
export type DemonstrationDecision = {
	readonly key: string
	readonly about: readonly [finding: string, version: number]
	readonly reply: string
	readonly on: StoryDay
	readonly decision: Decision
	readonly changedToVersion: number | null
	readonly reason: Text
}

/** The second look at a finding, after the reply. */
const SECOND_LOOK: DemonstrationFinding = {
	key: 'v2',
	version: 2,
	milestone: '2-m1',
	fromNow: -2,
	on: { fromNow: -2, afterDue: 20 },
	by: 'contoh-forum-warga',
	level: 'LIMITED',
	outcome: 'PARTLY_CONFIRMED',
	method: 'SERVICE_TEST',
	confidence: 'HIGH',
	rationale: [
		'After the reply we sent ten more test complaints through each channel. Of the second channel six of ten now arrive in SP4N-LAPOR!; of the text messages still none. Part of the claim holds; the level stays.',
		'Setelah tanggapan dinas, kami mengirim lagi sepuluh aduan uji melalui setiap kanal. Dari kanal kedua, enam dari sepuluh aduan kini masuk ke SP4N-LAPOR!; dari SMS masih belum ada. Klaim benar sebagian; tingkatnya tetap.',
	],
	evidence: [
		[
			'DATASET',
			'https://forumwarga.contoh.example/uji-kanal-kedua',
			'Hasil uji kedua, tiga puluh aduan',
			'CONTRADICTS',
			{ excerpt: 'SMS: 0 / 10', locator: 'Baris 21–30' },
		],
	],
}

/** What was found later: the second look, and a finding that waits for a reply; `baseUrl` is where the site stands. */
export function laterFindings(baseUrl: string): readonly DemonstrationFinding[] {
	return [SECOND_LOOK, { ...WAITING, evidence: [...WAITING.evidence, observed(baseUrl)] }]
}

function observed(baseUrl: string): Link {
	return ['WEBPAGE', observationAddress(baseUrl, 'o1'), 'Pengamatan warga atas tonggak ini', 'SUPPORTS']
}

/** A finding of which the institution's days to reply are not over yet. */
const WAITING: DemonstrationFinding = {
	key: 'v7',
	milestone: '4-m2',
	fromNow: -1,
	on: { daysAgo: 6 },
	by: 'contoh-pemantau-anggaran',
	level: 'LIMITED',
	outcome: 'PARTLY_CONFIRMED',
	method: 'DATA_ANALYSIS',
	confidence: 'MEDIUM',
	needs: [
		'The budgets as the villages sent them to the agency.',
		'Dokumen anggaran sebagaimana dikirim desa kepada Bapperida.',
	],
	rationale: [
		'52 budgets are on the page, but nine of them are those of last year; 43 of 120 villages published this year’s. A resident saw the same in one village.',
		'Ada 52 anggaran di laman, tetapi sembilan di antaranya anggaran tahun lalu; 43 dari 120 desa menerbitkan anggaran tahun ini. Seorang warga melihat hal yang sama di satu desa.',
	],
	evidence: [
		[
			'DATASET',
			'https://pemantauanggaran.contoh.example/anggaran-desa',
			'Pemeriksaan 52 anggaran desa',
			'CONTRADICTS',
			{ excerpt: 'Tahun anggaran lama: 9 desa', locator: 'Kolom C' },
		],
	],
}

/** Both replies came within the days that the institution has. */
export const REPLIES: readonly DemonstrationReply[] = [
	{
		key: 'r1',
		to: ['v2', 1],
		on: { fromNow: -2, afterDue: 8 },
		text: [
			'The second channel was connected in the week after your test; the log of the connection is attached. Please test again.',
			'Kanal kedua terhubung pada pekan setelah uji Anda; catatan sambungannya kami lampirkan. Mohon diuji kembali.',
		],
		evidence: [
			['REPORT', 'https://kominfo.contoh.example/lapor/catatan-sambungan', 'Catatan sambungan kanal kedua'],
		],
	},
	{
		key: 'r2',
		to: ['v2', 2],
		on: { fromNow: -2, afterDue: 33 },
		text: [
			'We agree. The text message channel needs a contract with the operator; we report on it at the next checkpoint.',
			'Kami sependapat. Kanal SMS memerlukan kontrak dengan operator; perkembangannya kami laporkan pada titik periksa berikutnya.',
		],
		evidence: [],
	},
]

export const DECISIONS: readonly DemonstrationDecision[] = [
	{
		key: 'd1',
		about: ['v2', 1],
		reply: 'r1',
		on: { fromNow: -2, afterDue: 20 },
		decision: 'CHANGED',
		changedToVersion: 2,
		reason: [
			'We tested again: part of the second channel works since your reply. The finding says so in its second version.',
			'Kami menguji kembali: sebagian kanal kedua berfungsi sejak tanggapan Anda. Versi kedua temuan ini menyatakannya.',
		],
	},
	{
		key: 'd2',
		about: ['v2', 2],
		reply: 'r2',
		on: { fromNow: -2, afterDue: 36 },
		decision: 'MAINTAINED',
		changedToVersion: null,
		reason: [
			'One of three channels is still missing, and one loses complaints. We test again once both are connected.',
			'Satu dari tiga kanal masih belum terhubung, dan satu kanal kehilangan aduan. Kami akan menguji kembali setelah keduanya terhubung.',
		],
	},
]
