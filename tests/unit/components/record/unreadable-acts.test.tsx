import { expect, test } from 'vitest'
import { UnreadableActs } from '#app/components/record/unreadable-acts.tsx'
import type { UnreadableAct } from '#app/domain/unreadable-act/view.ts'
import { aCommitmentRecord, aMilestoneRecord } from '#tests/factories/plan-record.ts'
import { render, textOf } from '../render.ts'

const FINDING: UnreadableAct = {
	kind: 'verification.published',
	recordId: 'finding',
	version: 2,
	commitmentId: 'k1',
	milestoneId: 'm1',
}
const commitments = [
	aCommitmentRecord({
		id: 'k1',
		title: { en: 'Open budget', id: 'Anggaran terbuka' },
		milestones: [aMilestoneRecord({ id: 'm1', title: { en: 'The portal', id: 'Portal' } })],
	}),
]

test.each([
	['en', 'is not what was published', 'Verification by civil society, record finding, version 2 The portal'],
	['id', 'bukan yang diterbitkan', 'Verifikasi oleh masyarakat sipil, catatan finding, versi 2 Portal'],
] as const)(
	'an altered record is named with its milestone and leads to its page: %s',
	(locale, said, named) => {
		const html = render(<UnreadableActs acts={[FINDING]} commitments={commitments} />, { locale })
		expect(textOf(html)).toContain(said)
		expect(textOf(html)).toContain(named)
		expect(html).toContain(`href="/${locale}/records/finding"`)
	},
)

test('one about the plan as a whole stands without a name behind it', () => {
	const act = { ...FINDING, kind: 'amendment.published', commitmentId: null, milestoneId: null } as const
	const text = textOf(render(<UnreadableActs acts={[FINDING, act]} commitments={commitments} />))
	expect(text).toMatch(/of 2 records is not.*Amendment of a plan, record finding, version 2$/)
})

test('where every record can be read nothing is said', () => {
	expect(render(<UnreadableActs acts={[]} commitments={commitments} />)).toBe('')
})
