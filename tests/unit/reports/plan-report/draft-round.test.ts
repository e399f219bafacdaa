import { expect, test } from 'vitest'
import type { FrozenRound } from '#app/domain/report-draft/schema.ts'
import { readSnapshot } from '#app/domain/report/schema.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { draftRound } from '#reports/plan-report/draft-round.ts'
import { reportDocument } from '#reports/plan-report/render.ts'
import { countShown } from '#reports/plan-report/shown.ts'
import { wordsIn } from '#reports/document/words.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'
import { saidBy } from '../said.ts'

const model = aProgressReport(aSmallPlanRecord(), {
	asOfOn: '2026-08-01',
	site: 'https://renaksi.example.org',
})
const asked = [
	{ id: 'cso-1', name: { en: 'Budget Watch', id: 'Pemantau Anggaran' } },
	{ id: 'body', name: { en: 'Monitoring Body', id: 'Badan Pemantau' } },
]
const mark = { opensOn: '2026-07-01', closesOn: '2026-07-15', asked }
const dissent = {
	id: 'd-1',
	saidOn: '2026-07-10',
	organizationId: 'cso-1',
	organizationName: { en: 'Budget Watch', id: 'Pemantau Anggaran' },
	text: { en: null, id: 'Dua desa tidak disebut.\n\nTidak satu pun laporan memuatnya.' },
	url: 'https://example.org/villages',
	interests: [{ scope: 'ORGANIZATION' as const, code: 'FUNDED_BY' as const }],
}
const round: FrozenRound = {
	draftId: 'draft',
	asOfOn: '2026-07-01',
	snapshotHash: 'f'.repeat(64),
	...mark,
	dissents: [dissent],
}

const saidIn = (one: ReportModel, locale: 'en' | 'id' = 'en') =>
	saidBy(draftRound({ model: one }, wordsIn(locale)))

test('a report of which no draft was shared says so', () => {
	expect(saidIn(model)).toContain('No draft of this report was shared')
	expect(saidIn({ ...model, templateVersion: '4' })).toBe('')
})

test('a report prints who was asked, from when until when, and each dissent in full beside its author', () => {
	const blocks = draftRound({ model: { ...model, draftRounds: [round] } }, wordsIn('en'))
	const said = saidBy(blocks)
	for (const words of [
		'shared from 1 July 2026 until 15 July 2026 with 2 organizations',
		'Budget Watch',
		'Monitoring Body',
		'Dua desa tidak disebut.',
		'Tidak satu pun laporan memuatnya.',
		'https://example.org/villages',
		'Funded by an implementing institution',
		'1 shown of 1 existing',
		'made anew from the record as of 1 August 2026',
	])
		expect(said).toContain(words)
	expect(countShown(blocks)).toBe(1)
	const authors = blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []))
	expect(authors.find(({ shows }) => shows === dissent.id)?.label).toBe('Budget Watch')
})

test('where nobody dissented, the report says that too', () => {
	const silent = { ...model, draftRounds: [{ ...round, dissents: [] }] }
	expect(saidIn(silent)).toContain('None of them dissented.')
	expect(saidIn(silent, 'id')).toContain('Tidak ada yang menyatakan pendapat berbeda.')
})

test('a later report names the one where the last dissents stand', () => {
	const { opensOn, closesOn } = mark
	const before = { opensOn, closesOn, dissents: 2, recordId: 'record-1' }
	expect(saidIn({ ...model, draftRoundBefore: before })).toContain(
		'2 dissents from it stand in the report record-1',
	)
})

test.each(['en', 'id'] as const)('every page of a draft says in %s that it is not published', (locale) => {
	const draft = { ...model, draft: mark }
	const { blocks, frame } = reportDocument({ model: draft, snapshotId: 'a', locale })
	const words = locale === 'en' ? 'Draft – not published' : 'Rancangan – belum terbit'
	expect(frame.title).toContain(words)
	expect(frame.header.left).toContain(words)
	const [cover] = blocks
	expect(cover).toMatchObject({ kind: 'cover', kicker: expect.stringContaining(words) as string })
	expect(saidBy(blocks)).toContain(
		locale === 'en' ? 'may dissent from it until 15 July 2026' : '15 Juli 2026',
	)
	expect(blocks.some(({ kind }) => kind === 'qr')).toBe(false)
})

test('a model with a draft or with rounds is read back as it was written', () => {
	for (const one of [
		{ ...model, draft: mark },
		{ ...model, draftRounds: [round] },
	])
		expect(readSnapshot(JSON.parse(JSON.stringify(one)))).toEqual({ model: one })
})
