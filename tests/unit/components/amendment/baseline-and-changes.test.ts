import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BaselineAndChanges } from '#app/components/amendment/baseline-and-changes.tsx'
import { TextAsVerified } from '#app/components/amendment/text-as-verified.tsx'
import { WordsProvider } from '#app/components/words.tsx'
import type { AmendmentView } from '#app/domain/amendment/view.ts'
import { aCommitmentRecord, aMilestoneRecord, anOrigin } from '#tests/factories/plan-record.ts'
import type { ReactElement } from 'react'

function shown(element: ReactElement): string {
	const page = createElement(WordsProvider, { locale: 'en', path: '/en', children: element })
	return renderToStaticMarkup(page).replaceAll(/<[^>]+>/g, ' ')
}

const first = aMilestoneRecord({ endsOn: '2026-06-30', origin: anOrigin({ ledgerIndex: 3 }) })
const { number, title, deliverable, responsible, startsOn, endsOn, origin } = first
const milestone = aMilestoneRecord({
	endsOn: '2026-12-31',
	origin: anOrigin({ version: 2, ledgerIndex: 9, publishedOn: '2026-07-15' }),
	standing: 'MODIFIED',
	earlier: [{ number, title, deliverable, responsible, startsOn, endsOn, origin }],
})
const amendment: AmendmentView = {
	recordId: 'amendment-1',
	version: 1,
	reason: { en: 'The budget moved', id: null },
	proposedBy: 'Communications agency',
	agreedBy: 'Multi-stakeholder forum',
	effectiveOn: '2026-07-20',
	changes: [
		{ recordKind: 'milestone', recordId: milestone.id, version: 2, operation: 'CHANGE', successors: [] },
	],
	organizationName: { en: 'Secretariat', id: 'Sekretariat' },
	publishedOn: '2026-07-15',
	ledgerIndex: 10,
}

test('both ends of a milestone are shown, how it stands to each, and that it was re-dated late', () => {
	const commitment = aCommitmentRecord({ milestones: [milestone] })
	const props = { commitment, amendments: [amendment], today: '2026-07-16' }
	const text = shown(createElement(BaselineAndChanges, props))
	for (const said of [
		'30 June 2026',
		'31 December 2026',
		'Overdue',
		'Late re-dating',
		'Multi-stakeholder forum',
	])
		expect(text).toContain(said)
})

test('a finding shows the text that was in force before it, and not one that came after', () => {
	const stood = shown(createElement(TextAsVerified, { milestone, verification: { ledgerIndex: 5 } }))
	expect(stood).toContain('30 June 2026')
	expect(shown(createElement(TextAsVerified, { milestone, verification: { ledgerIndex: 11 } }))).toBe('')
})
