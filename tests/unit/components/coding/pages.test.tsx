import { expect, test } from 'vitest'
import { CheckCoding } from '#app/components/coding/check-coding.tsx'
import { CodingIndicators } from '#app/components/coding/coding-indicators.tsx'
import { CodingPlans } from '#app/components/coding/coding-plans.tsx'
import { CodingQuestion } from '#app/components/coding/coding-question.tsx'
import { CodingSubjects } from '#app/components/coding/coding-subjects.tsx'
import { CodingTable } from '#app/components/commitment/coding-table.tsx'
import type { CodingDesk } from '#app/domain/irm-coding/queries.server.ts'
import { aCoding } from '#tests/factories/plan-record.ts'
import { render, textOf } from '../render.ts'

const title = { en: 'A title', id: 'Sebuah judul' }
const member = { name: { en: 'Example', id: 'Contoh' }, isDemonstration: false }
const plan = { id: 'plan', number: '1', title, memberId: 'example', member }
const commitment = { id: 'k1', number: '1', title }
const stored = { recordId: 'r1', version: 2, indicator: 'DIOG', value: 'MAJOR', valueAsPublished: 'd. Major' }
const desk: CodingDesk = {
	plan,
	commitment,
	codings: [
		{
			...stored,
			product: 'IRM report',
			year: 2016,
			codedOn: null,
			sourceUrl: null,
			locator: null,
			isImported: true,
		},
	],
}
const person = { name: 'Somebody of the IRM' }
const place = { planId: 'plan', commitmentId: 'k1', indicator: 'DIOG' } as const

test('older and newer scales stand apart, and each value that is here can be corrected', () => {
	const page = render(<CodingIndicators desk={desk} person={person} />)
	expect(textOf(page)).toMatch(/Newer scales.*Potential for results.*Older scales.*Potential impact/s)
	expect(page).toContain('/en/codings/plan/k1/diog?corrects=r1')
})

test('a correction begins with the value, year and version that are here', () => {
	const page = render(<CodingQuestion desk={desk} place={place} person={person} corrects="r1" />)
	expect(page).toMatch(/name="version" value="2"/)
	expect(page).toMatch(/checked=""[^>]*value="MAJOR"|value="MAJOR"[^>]*checked=""/)
	expect(page).toContain('value="2016"')
	expect(page).not.toContain('value="TRANSFORMATIVE"')
})

test('the check page carries along everything that was typed', () => {
	const answer = {
		value: 'MAJOR',
		product: 'IRM report',
		codedOn: '2016',
		sourceUrl: 'https://example.org/r',
		version: 0,
	} as const
	const page = render(<CheckCoding desk={desk} place={place} person={person} answer={answer} />)
	for (const typed of Object.values(answer)) expect(page).toContain(`value="${String(typed)}"`)
})

test('plans and commitments are listed with their names', () => {
	expect(textOf(render(<CodingPlans plans={[plan]} person={person} />))).toContain('A title')
	expect(render(<CodingSubjects plan={plan} commitments={[commitment]} person={person} />)).toContain(
		'/en/codings/plan/k1',
	)
})

test('the public table says scale, year, source with row, and how the value came here', () => {
	const coding = aCoding({
		indicator: 'DIOG',
		year: 2016,
		source: 'Explorer',
		sourceUrl: null,
		locator: 'row V1',
	})
	const text = textOf(render(<CodingTable codings={[coding]} />))
	expect(text).toContain('older scale')
	expect(text).toContain('2016')
	expect(text).toContain('Explorer, row V1')
	expect(text).toMatch(/Imported\.|Entered here\./)
})
