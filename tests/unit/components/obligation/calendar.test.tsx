import { expect, test } from 'vitest'
import { ObligationCalendar } from '#app/components/obligation/obligation-calendar.tsx'
import type { ObligationView } from '#app/domain/obligation/view.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { aMember } from '#tests/factories/plan-record.ts'
import { render, textOf } from '../render.ts'

const OWED: ObligationView = {
	id: 'a'.repeat(32),
	code: 'INCEPTION',
	subject: '',
	subjectTitle: null,
	fromOn: '2026-01-10',
	dueOn: '2026-03-10',
	doneOn: null,
	state: 'OVERDUE',
	canBeShown: false,
	rule: LOCAL_CYCLE.obligations.find(({ code }) => code === 'INCEPTION') ?? null,
	waiver: null,
}

const calendar = (over: Partial<Parameters<typeof ObligationCalendar>[0]> = {}) => (
	<ObligationCalendar
		plan={{ id: 'plan', title: { en: 'Plan', id: 'Rencana' } }}
		member={aMember()}
		today="2026-07-15"
		isKeptHere
		obligations={[OWED]}
		notRecorded={LOCAL_CYCLE.obligations.filter(({ code }) => code === 'KIP_BERKALA')}
		{...over}
	/>
)

test('says what, by when, how it stands, by which rule and on what it rests', () => {
	const page = textOf(render(calendar()))
	for (const words of [
		'1 obligation, of which 1 overdue.',
		'Publish the inception report of the Monitoring Body',
		'10 March 2026',
		'Overdue: no record that it was done',
		'it may have been done elsewhere',
		'Within 2 months after the plan is submitted.',
		"OGP's own text, official rule.",
		'www.opengovpartnership.org',
		'Not recorded yet',
	])
		expect(page).toContain(words)
})

test('says why something is not asked for, with its record', () => {
	const waiver = { recordId: 'waiver-1', on: '2026-07-01', reason: { en: 'On paper.', id: null } }
	const page = render(calendar({ obligations: [{ ...OWED, state: 'WAIVED', waiver }] }))
	expect(page).toContain('Waived on 1 July 2026')
	expect(page).toContain('On paper.')
	expect(page).toContain('/en/records/waiver-1')
})

test('of an imported plan it says only that its acts are elsewhere', () => {
	const page = render(calendar({ isKeptHere: false }))
	expect(page).toContain('This plan was imported.')
	expect(page).not.toContain('Overdue')
})
