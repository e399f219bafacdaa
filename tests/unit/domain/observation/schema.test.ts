import { expect, test } from 'vitest'
import { HIDING_REASONS, reasonNotToObserve } from '#app/domain/observation/rules.ts'
import { AdoptionAnswer, HidingAnswer, observationForm } from '#app/domain/observation/schema.ts'
import { adoptable, observationNumber } from '#app/domain/observation/view.ts'
import { anObservation } from '#tests/factories/observation.ts'

const form = observationForm('2026-07-15')
const faultsOf = (over: object) => {
	const read = form.safeParse({ ...anObservation(), ...over })
	return read.success ? [] : read.error.issues.map(({ path, message }) => [path[0], message])
}

test.each([
	['ten characters', { text: 'x'.repeat(10) }],
	['2,000 characters outside the basic plane', { text: '\u{1F3D7}'.repeat(2000) }],
	['today', { seenOn: '2026-07-15' }],
	['no day and no link', { seenOn: undefined, url: undefined }],
	['a day as people write it', { seenOn: '14-7-2026' }],
	['an empty trap', { website: '' }],
])('%s is taken', (_what, over) => {
	expect(faultsOf(over)).toEqual([])
})

test.each([
	['nothing', { text: undefined }, ['text', 'observation.text.required']],
	['nine characters', { text: ' 123456789 ' }, ['text', 'observation.text.short']],
	['2,001 characters', { text: 'x'.repeat(2001) }, ['text', 'field.too-long']],
	['tomorrow', { seenOn: '2026-07-16' }, ['seenOn', 'observation.seen-on.future']],
	['a day that is none', { seenOn: '31-2-2026' }, ['seenOn', 'day.not-in-calendar']],
	['an address of another kind', { url: 'javascript:alert(1)' }, ['url', 'evidence.url.web']],
	['a language that is none', { locale: 'xx' }, ['locale', 'observation.language.required']],
	['a filled trap', { website: 'https://spam.example' }, ['website', 'observation.website.filled']],
	['a form from elsewhere', { ticket: 'x' }, ['ticket', 'observation.ticket.unknown']],
])('%s has its sentence', (_what, over, fault) => {
	expect(faultsOf(over)).toEqual([fault])
})

test('characters that turn the order of text around them are left out', () => {
	expect(form.parse(anObservation({ text: '\u202eterbalik sama sekali\u202c' })).text).toBe(
		'terbalik sama sekali',
	)
})

test.each([
	[{ isEnded: false, openedAtMs: 0 }, 3000, null],
	[{ isEnded: false, openedAtMs: 0 }, 2999, 'sent_too_fast'],
	[{ isEnded: true, openedAtMs: 0 }, 3000, 'milestone_ended'],
	[{ isEnded: false, openedAtMs: 9000 }, 3000, 'sent_too_fast'],
])('an observation %o at %d ms: %s', (facts, now, reason) => {
	expect(reasonNotToObserve(facts, now)).toBe(reason)
})

test('a number is one of a form and of nothing else', () => {
	const number = observationNumber('m1', anObservation())
	expect(number).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
	expect(observationNumber('m1', anObservation())).toBe(number)
	expect(observationNumber('m2', anObservation())).not.toBe(number)
	expect(observationNumber('m1', anObservation({ text: 'Sesuatu yang lain.' }))).not.toBe(number)
})

test('hiding needs one of the grounds of law and safety, and a note', () => {
	for (const reason of HIDING_REASONS)
		expect(HidingAnswer.safeParse({ reason, noteId: 'Catatan.' }).success).toBe(true)
	expect(HidingAnswer.safeParse({ reason: 'UNWELCOME', noteId: 'Catatan.' }).success).toBe(false)
	expect(HidingAnswer.safeParse({ reason: 'THREAT' }).success).toBe(false)
	expect(AdoptionAnswer.safeParse({ version: '1' }).success).toBe(false)
})

test('a hidden observation, or one of another milestone, is no evidence', () => {
	const observation = {
		recordId: 'o1',
		version: 1,
		milestoneId: 'm1',
		publishedOn: '2026-07-15',
		ledgerIndex: 3,
	}
	const said = { text: 'Terlihat.', locale: 'id', seenOn: null, evidence: [] }
	const hidden = { recordId: 'h1', reason: 'THREAT', note: { en: null, id: 'x' }, on: '2026-07-15' } as const
	const on = (one: object) =>
		({ subject: { milestone: { observations: [{ ...observation, ...one }] } } }) as never
	expect(adoptable(on({ said, hidden: null }), 'o1').recordId).toBe('o1')
	expect(() => adoptable(on({ said: null, hidden }), 'o1')).toThrow('not_found')
	expect(() => adoptable(on({ said, hidden: null }), 'o2')).toThrow('not_found')
	expect(() => adoptable({ subject: { milestone: null } }, 'o1')).toThrow('not_found')
})
