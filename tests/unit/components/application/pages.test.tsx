import { describe, expect, test } from 'vitest'
import { ApplicationPage } from '#app/components/application/application-page.tsx'
import { CorrectionQuestion } from '#app/components/application/correction-question.tsx'
import { deadlineText } from '#app/components/application/deadline.tsx'
import { FieldForm, FieldPage } from '#app/components/application/field-page.tsx'
import { LettersPage } from '#app/components/application/letters-page.tsx'
import { OutcomeQuestion, StepCheck } from '#app/components/application/step-check.tsx'
import type { ApplicationState } from '#app/domain/application/rules.ts'
import { formatIn } from '#app/i18n/format.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { aCall, aField, anApplicationView } from '#tests/factories/application-view.ts'
import { render, textOf } from '../render.ts'

const person = { name: 'Petugas' }
const application = anApplicationView()
const field = aField()

describe('an application at a glance', () => {
	test('says how it stands, until when, how many months are left, and which text waits for whom', () => {
		const text = textOf(render(<ApplicationPage application={application} person={person} />))
		expect(text).toContain('Open until 14 August 2026')
		expect(text).toContain('below the 16 months that the call requires')
		expect(text).toContain('Confirmed by you, waits for the other side')
		expect(text).toContain('Nothing written yet')
		expect(text).not.toContain('Record the submission')
	})

	test('offers the next step to government only, and to nobody after the last day', () => {
		const agreed = anApplicationView({ state: 'AGREED' })
		const pageOf = (over: object) =>
			render(<ApplicationPage application={{ ...agreed, ...over }} person={person} />)
		expect(pageOf({})).toContain('/en/applications/application-1/submit')
		expect(pageOf({ side: 'CIVIL_SOCIETY' })).not.toContain('application-1/submit')
		const closed = pageOf({ standing: 'CLOSED', isWritable: false })
		expect(closed).not.toContain('application-1/submit')
		expect(closed).toContain('application-1/application.pdf')
		expect(closed).toContain('The call is closed and nothing was submitted here.')
	})

	test.each(LOCALES)('is whole in %s', (locale) => {
		const html = render(<ApplicationPage application={application} person={person} />, { locale })
		expect(textOf(html)).not.toMatch(/undefined|null|\{\{/)
	})
})

describe('a text', () => {
	test('shows who stands behind which version, and that an older confirmation no longer counts', () => {
		const props = { application, person, field, rejected: undefined }
		const text = textOf(render(<FieldPage {...props} />))
		expect(text).toContain('The text was changed since: that confirmation no longer counts.')
		expect(text).not.toContain('Confirm version 2')
		const other = { ...props, application: { ...application, side: 'CIVIL_SOCIETY' as const } }
		expect(textOf(render(<FieldPage {...other} />))).toContain('Confirm version 2')
	})

	test('can be neither written nor confirmed once it is closed', () => {
		const closed = {
			...application,
			side: 'CIVIL_SOCIETY' as const,
			isWritable: false,
			standing: 'CLOSED' as const,
		}
		const html = render(<FieldPage {...{ application: closed, person, field }} rejected={undefined} />)
		expect(html).not.toContain('<form')
		expect(textOf(html)).toContain('The last day of the call is over.')
	})

	test('written by two at once stands there twice: as it is stored, and as this person typed it', () => {
		const reply = { status: 'error' as const, initialValue: { text: 'Teks saya', version: '1' } }
		const rejected = { reply, reason: 'changed_meanwhile' as const }
		const html = render(<FieldForm {...{ application, person, field, rejected }} />)
		expect(textOf(html)).toContain('Kami ingin bergabung.')
		expect(html).toMatch(/<textarea[^>]*>Teks saya</)
		expect(html).toContain('name="version" value="2"')
	})

	test('that is too long comes back with how much is too much', () => {
		const text = '🙂'.repeat(2001)
		const reply = {
			status: 'error' as const,
			initialValue: { text, version: '1' },
			error: { text: ['application.text.too-long'] },
		}
		const html = render(<FieldForm {...{ application, person, field, rejected: { reply, reason: null } }} />)
		expect(textOf(html)).toContain('2,001 of 2,000 characters: 1 too many')
		expect(html).toContain(text)
	})

	test('from 1,900 characters on says how many are left', () => {
		const near = aField({ newest: field.newest && { ...field.newest, text: 'a'.repeat(1900) } })
		const text = textOf(render(<FieldPage {...{ application, person, field: near }} rejected={undefined} />))
		expect(text).toContain('1,900 of 2,000 characters: only 100 left')
	})
})

test('letters say what the call wants, and take none when they are closed', () => {
	const props = { application, person, letterId: 'letter-1', rejected: undefined }
	const html = render(<LettersPage {...props} />)
	expect(textOf(html)).toContain('Letter of the head of government: at least 1, with the full application')
	expect(html).toContain('name="signedBy"')
	const closed = { ...props, application: { ...application, takesLetters: false } }
	expect(render(<LettersPage {...closed} />)).not.toContain('<form')
})

test('before a submission the texts are read once more, and what is missing stands above', () => {
	const lacking = anApplicationView({ state: 'AGREED', lettersMissing: ['NON_GOVERNMENT'] })
	const props = { application: lacking, person, rejected: undefined }
	const text = textOf(render(<StepCheck {...props} part="submit" />))
	expect(text).toContain('Still missing for the next step: Letter of a non-government organisation.')
	expect(text).toContain('Alasan kedua.')
	expect(textOf(render(<StepCheck {...props} part="withdraw" />))).toContain(
		'Nothing of this was ever public.',
	)
})

test('only outcomes that the call knows at this stage are asked', () => {
	const submitted = anApplicationView({ state: 'SUBMITTED' })
	const text = textOf(
		render(<OutcomeQuestion {...{ application: submitted, person }} rejected={undefined} />),
	)
	expect(text).toContain('On the shortlist')
	expect(text).toContain('Not accepted')
	expect(text).not.toMatch(/(?<!Not )Accepted/)
})

test.each([
	[aCall(), 'OPEN', 'Open until 14 August 2026'],
	[
		aCall({ extendedTo: '2026-08-20', lastDay: '2026-08-20' }),
		'OPEN',
		'Open until 20 August 2026 (extended; it was 14 August 2026)',
	],
	[aCall(), 'AHEAD', 'Opens on 1 June 2026'],
	[aCall(), 'CLOSED', 'Closed since the end of 14 August 2026'],
	[aCall({ closesOn: null, lastDay: null }), 'OPEN', 'The source gives no last day'],
] as const)('the last day of a call is said: %#', (call, standing, sentence) => {
	const words = { say: sayIn('en'), format: formatIn('en'), locale: 'en' as const, path: '/en' }
	expect(deadlineText(call, standing, words)).toBe(sentence)
})

describe('a stage that was recorded by mistake', () => {
	const pageOf = (states: readonly ApplicationState[]) => {
		const steps = application.steps.flatMap((first) =>
			states.map((state, at) => ({ ...first, position: at + 1, state })),
		)
		const recorded = { ...application, steps, state: states.at(-1) ?? 'DRAFT' }
		return render(<CorrectionQuestion application={recorded} person={person} rejected={undefined} />)
	}

	test('of what was sent can be another outcome, which has its day, and everyone reads why', () => {
		const html = pageOf(['DRAFT', 'AGREED', 'SUBMITTED', 'REJECTED'])
		expect(html).toContain('name="onDay"')
		expect(textOf(html)).toContain('Everyone can read this')
	})

	test('of a draft goes back, asks for no day and is read by both sides only', () => {
		const html = pageOf(['DRAFT', 'WITHDRAWN'])
		expect(html).not.toContain('name="onDay"')
		expect(textOf(html)).toContain('Both sides can read this')
	})
})
