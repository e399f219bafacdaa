import { expect, test } from 'vitest'
import { CommitmentFacts } from '#app/components/commitment/commitment-facts.tsx'
import { CommitmentTable } from '#app/components/commitment/commitment-table.tsx'
import { timelineEntries } from '#app/components/commitment/timeline-entries.ts'
import { Timeline } from '#app/components/commitment/timeline.tsx'
import { EvidenceList } from '#app/components/evidence/evidence-list.tsx'
import { MilestoneList } from '#app/components/milestone/milestone-list.tsx'
import { ClaimCard } from '#app/components/progress-update/claim-card.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { VerificationCard } from '#app/components/verification/verification-card.tsx'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import {
	aClaim,
	aCoding,
	aCommitmentRecord,
	aMilestoneRecord,
	anOrigin,
	aPlanRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'
import { render, textOf } from '../render.ts'

const commitment = aCommitmentRecord({
	origin: anOrigin({ ledgerIndex: 2 }),
	milestones: [
		aMilestoneRecord({
			claims: [aClaim({ ledgerIndex: 30, publishedOn: '2026-06-20' })],
			verifications: [aVerification({ ledgerIndex: 41, publishedOn: '2026-06-19' })],
		}),
	],
	codings: [aCoding({ ledgerIndex: 35 })],
})

test('the timeline follows the log, not the days that acts give themselves', () => {
	expect(timelineEntries(commitment).map((entry) => entry.kind)).toEqual([
		'verification',
		'coding',
		'claim',
		'text',
	])
})

test('every entry of the timeline has a day for machines and a lasting address', () => {
	const html = render(<Timeline commitment={commitment} />)
	expect(html.match(/<time dateTime="\d{4}-\d\d-\d\d"/gi)).toHaveLength(4)
	for (const id of ['verification-1', 'coding-1', 'claim-1', 'commitment-1']) {
		expect(html).toContain(`href="/en/records/${id}"`)
	}
})

test('an imported claim names its source, its day and its importer, and that it was not filed here', () => {
	const provenance = {
		source: 'open.usa.gov',
		sourceUrl: 'https://open.usa.gov/nap5',
		sourcePublishedOn: '2024-12',
		importedBy: { en: 'Site administration', id: 'Administrasi situs' },
	}
	const text = textOf(render(<ClaimCard claim={aClaim({ provenance })} />))
	expect(text).toContain(
		'Imported from open.usa.gov by Site administration. Published there on December 2024.',
	)
	expect(text).toContain('Not filed here by that government.')
	expect(text).toContain('Recorded here on 20 June 2026.')
})

test('a nil report says that nothing happened, which is not the same as no report', () => {
	const text = textOf(render(<ClaimCard claim={aClaim({ isNil: true, level: null, evidence: [] })} />))
	expect(text).toContain('Nothing happened in this period (nil report).')
	expect(text).not.toContain('No report')
})

test('a finding with an interest says so, and says what the interest is', () => {
	const verification = aVerification({
		independence: 'INTERESTED',
		interestStatement: 'We trained the officials.',
	})
	const text = textOf(render(<VerificationCard verification={verification} />))
	expect(text).toContain('Has an interest; not counted as independent We trained the officials.')
})

test('links of others pass on no trust and say where they lead', () => {
	const html = render(
		<EvidenceList
			evidence={[
				{ kind: 'REPORT', url: 'https://data.example.org/r.pdf', title: 'Report', stance: 'SUPPORTS' },
				{ kind: 'OTHER', url: 'javascript:alert(1)', title: null, stance: null },
			]}
		/>,
	)
	expect(html).toContain('href="https://data.example.org/r.pdf" rel="noopener noreferrer nofollow ugc"')
	expect(html).toContain('(data.example.org)')
	expect(html).not.toContain('href="javascript')
	expect(textOf(render(<EvidenceList evidence={[]} />))).toBe('No evidence was given.')
})

test('a text that exists only in the other language is shown in it, marked for readers and their machines', () => {
	const html = render(<TextIn text={{ en: null, id: 'Anggaran desa' }} />)
	expect(html).toContain('<span lang="id">Anggaran desa</span>')
	expect(textOf(html)).toBe('Anggaran desa (only in Indonesian)')
	expect(textOf(render(<TextIn text={{ en: null, id: null }} />))).toBe('Not given by the source')
})

test('what a source leaves out is said to be missing', () => {
	const bare = aCommitmentRecord({ leadInstitution: null, startsOn: null, endsOn: '2027', ogpValues: [] })
	const text = textOf(render(<CommitmentFacts commitment={bare} />))
	expect(text).toContain('Lead institution Not given by the source')
	expect(text).toContain('Until 2027; the source gives no start')
	expect(text).not.toMatch(/null|undefined/)
})

test.each([
	['2026-06-30', 'its last day is 30 June 2026.'],
	['2026-07-01', 'Overdue: its last day was 30 June 2026.'],
])('on %s a milestone that is not complete says: %s', (today, words) => {
	expect(textOf(render(<MilestoneList commitment={commitment} today={today} />))).toContain(words)
})

test('a row of a list names each judge for those who read it as blocks, and keeps being a table', () => {
	const rows = commitmentRows(aPlanRecord({ commitments: [commitment] }), '2026-07-01')
	const html = render(<CommitmentTable id="list" caption="Commitments" rows={rows} />)
	expect(html.match(/role="cell"/g)).toHaveLength(4)
	expect(html).toContain('href="/en/commitments/commitment-1"')
	expect(textOf(html)).toContain('Government says more, by 1 step')
	expect(textOf(html)).toContain('1 milestone overdue')
})
