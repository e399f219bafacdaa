import type { Block } from '#reports/pdf/block.ts'
import type { Frame } from '#reports/pdf/document.ts'

const LONG =
	'Budgets of all villages are published and discussed in public hearings twice a year, and minutes are kept. '

/** What every page of the documents below repeats. */
export const FRAME: Frame = {
	language: 'en',
	title: 'Progress report: budgets & hearings <2026>',
	author: 'Regency of Contoh',
	createdAt: new Date('2026-08-01T00:00:00Z'),
	header: { left: 'Progress report: budgets & hearings', right: 'DEMONSTRATION' },
	footer: ['Not an official rating.', 'Snapshot 0123456789abcdef'],
	attachments: [
		{ name: 'checkpoint.txt', mediaType: 'text/plain', about: 'The checkpoint of the log', text: 'log\n0\n' },
		{
			name: 'snapshot.json',
			mediaType: 'application/json',
			about: 'The frozen model',
			text: '{"a":"é"}',
			relationship: 'Source',
		},
	],
	pageWords: (page, pages) => `Page ${page} of ${pages}`,
}

/** One of every block, with texts over several pages, letters of many scripts, and letters that no typeface has. */
export const EVERY_BLOCK: readonly Block[] = [
	{
		kind: 'cover',
		kicker: 'Progress report',
		title: { text: 'Rencana aksi keterbukaan', lang: 'id' },
		subtitle: 'Regency of Contoh',
		notice: 'DEMONSTRATION',
		facts: [
			['As of', '1 August 2026'],
			['Source', LONG.repeat(3)],
		],
		statement: 'This is not an official rating.',
	},
	{ kind: 'page-break' },
	{ kind: 'heading', level: 1, text: 'Summary', bookmark: true },
	{
		kind: 'figures',
		figures: [
			{ value: '4', share: null, label: 'commitments' },
			{ value: '2 of 4', share: '50%', label: 'judged by others' },
		],
	},
	{
		kind: 'bars',
		alt: 'Claimed: 1 complete, 3 not assessed.',
		bars: [
			{
				judge: 'claimed',
				label: 'Claimed',
				segments: [
					{ mark: 'COMPLETE', count: 1 },
					{ mark: 'NO_EVIDENCE', count: 1 },
					{ mark: 'NOT_ASSESSED', count: 3 },
				],
			},
		],
	},
	{ kind: 'paragraph', text: LONG.repeat(60), keep: true },
	{ kind: 'paragraph', text: { text: 'Sidang terbuka', lang: 'id' }, tone: 'muted' },
	{ kind: 'heading', level: 2, text: 'Commitments', bookmark: true },
	{
		kind: 'table',
		columns: [
			{ label: 'Commitment', weight: 3, rowHeader: true },
			{ label: 'Claimed', weight: 2, judge: 'claimed' },
			{ label: 'Verified', weight: 2, judge: 'verified', mark: 'LIMITED' },
		],
		rows: Array.from({ length: 70 }, (_, at) => [
			{ text: `${String(at + 1)} Public hearings`, detail: 'twice a year' },
			{ text: 'Complete', judge: 'claimed' as const, mark: 'COMPLETE' as const },
			{ text: { text: 'belum dinilai', lang: 'id' as const }, mark: 'NOT_ASSESSED' as const },
		]),
	},
	{ kind: 'heading', level: 3, text: 'Other scripts: Ελλάδα, Україна', bookmark: false },
	{
		kind: 'fields',
		fields: [
			{
				label: 'Arabic',
				contents: [{ kind: 'text', text: 'Hearings — جلسات عامة — in ten villages → twice' }],
			},
			{ label: 'Thai', contents: [{ kind: 'text', text: 'แผนปฏิบัติการ' }] },
			{ label: 'Chinese', contents: [{ kind: 'text', text: '開放政府 行動方案' }] },
			{ label: 'No typeface', contents: [{ kind: 'text', text: 'Emoji 🏗 and \uf0b7 and \u13a0' }] },
			{
				label: 'Level claimed by the agency that leads',
				judge: 'claimed',
				contents: [
					{ kind: 'level', judge: 'claimed', mark: 'SUBSTANTIAL', text: 'Substantial' },
					{ kind: 'text', text: LONG, tone: 'muted' },
					{ kind: 'link', text: 'Minutes', url: 'https://example.org/a(1)?b=1&c=2', note: 'supports' },
					{
						kind: 'link',
						text: `https://example.org/${'long/'.repeat(40)}`,
						url: 'https://example.org',
						note: LONG,
					},
				],
			},
		],
	},
]

/** A block that no report before template 4 has. */
export const CODE_BLOCK: Block = {
	kind: 'qr',
	address:
		'https://renaksi.example.go.id/en/plans/contoh-2025/reports?snapshot=0123456789abcdef0123456789abcdef',
	label: LONG,
	alt: 'QR code of the address of this report',
}
