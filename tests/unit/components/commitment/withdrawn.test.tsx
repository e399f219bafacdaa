import { expect, test } from 'vitest'
import { timelineEntries } from '#app/components/commitment/timeline-entries.ts'
import { Timeline } from '#app/components/commitment/timeline.tsx'
import { ClaimCard } from '#app/components/progress-update/claim-card.tsx'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import { aClaim, aCommitmentRecord, anOrigin, aPlanRecord } from '#tests/factories/plan-record.ts'
import { render, textOf } from '../render.ts'

const withdrawal = {
	recordId: 'finding-9',
	version: 2,
	commitmentId: 'commitment-1',
	milestoneId: 'milestone-1',
	publishedOn: '2026-07-15',
	ledgerIndex: 50,
}
const withdrawn = (over: Partial<typeof withdrawal> = {}) =>
	aCommitmentRecord({
		origin: anOrigin({ ledgerIndex: 2 }),
		withdrawals: [{ ...withdrawal, ...over }],
		milestones: [],
		codings: [],
		verifications: [],
	})

test('in place of a withdrawn finding the timeline says that one was withdrawn and when, in both languages', () => {
	expect(timelineEntries(withdrawn()).map(({ kind }) => kind)).toEqual(['withdrawal', 'text'])
	const html = render(<Timeline commitment={withdrawn()} />)
	expect(textOf(html)).toContain('A finding was withdrawn by its author on 15 July 2026')
	expect(html).toContain('href="/en/records/finding-9"')
	const inIndonesian = render(<Timeline commitment={withdrawn()} />, { locale: 'id' })
	expect(textOf(inIndonesian)).toContain('Satu temuan ditarik oleh penulisnya pada 15 Juli 2026')
})

test('where a restored database lost the withdrawal, no link leads to a page that is not there', () => {
	const html = render(<Timeline commitment={withdrawn({ ledgerIndex: -1 })} />)
	expect(html).not.toContain('finding-9')
	expect(textOf(html)).toContain('It is not in the public log.')
})

test('a withdrawal is news about its commitment', () => {
	const [row] = commitmentRows(aPlanRecord({ commitments: [withdrawn()] }), '2026-08-01')
	expect(row?.lastActOn).toBe('2026-07-15')
})

test('an act that the log does not have says so, and is not given a number', () => {
	const text = textOf(render(<ClaimCard claim={aClaim({ ledgerIndex: -1 })} />))
	expect(text).toContain('It is not in the public log.')
	expect(text).not.toContain('-1')
})
