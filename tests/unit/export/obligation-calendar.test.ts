import { describe, expect, test } from 'vitest'
import { obligationCalendar } from '#app/export/obligation-calendar.ts'
import type { Owed } from '#app/export/obligation-calendar.ts'
import { wordsIn } from '#reports/document/words.ts'

function owed(dueOn: string, over: Partial<Owed['obligation']> = {}): Owed {
	return {
		plan: { id: 'brebes-ap1', title: { en: null, id: 'Rencana Aksi Brebes; tahap 1, "pertama"' } },
		member: { isDemonstration: false },
		obligation: {
			...{ id: 'a1b2', code: 'ADMIN_CHANGE', subject: '', subjectTitle: null, fromOn: '2026-01-01', dueOn },
			...{ doneOn: null, state: 'NOT_YET_DUE', canBeShown: true, rule: null, waiver: null },
			...over,
		},
	}
}

const hrefOf = (planId: string) => `https://renaksi.example/id/plans/${planId}/obligations`
const calendarOf = (obligations: readonly Owed[]) =>
	obligationCalendar({ title: 'Tenggat', obligations, host: 'renaksi.example', hrefOf }, wordsIn('id'))
const lineOf = (text: string, name: string) => text.split('\r\n').find((line) => line.startsWith(name))

describe('deadlines as a calendar', () => {
	test('are whole days in no time zone, under a name that stays when the day moves', () => {
		const [before, after] = [calendarOf([owed('2026-03-31')]), calendarOf([owed('2026-04-30')])]
		expect(lineOf(before, 'DTSTART')).toBe('DTSTART;VALUE=DATE:20260331')
		expect(lineOf(after, 'DTSTART')).toBe('DTSTART;VALUE=DATE:20260430')
		expect(lineOf(before, 'UID')).toBe('UID:a1b2@renaksi.example')
		expect(lineOf(after, 'UID')).toBe(lineOf(before, 'UID'))
	})

	test('are the same bytes each time they are asked for', () => {
		expect(calendarOf([owed('2026-03-31')])).toBe(calendarOf([owed('2026-03-31')]))
	})

	test('keep lines short and special characters as text', () => {
		const text = calendarOf([owed('2026-03-31')])
		expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
		expect(text.replaceAll('\r\n ', '')).toContain('Rencana Aksi Brebes\\; tahap 1\\, "pertama"')
	})

	test('of an invented member are marked as a demonstration', () => {
		const text = calendarOf([{ ...owed('2026-03-31'), member: { isDemonstration: true } }])
		expect(text.replaceAll('\r\n ', '')).toContain('(peragaan)')
		expect(calendarOf([owed('2026-03-31')])).not.toContain('peragaan')
	})

	test('none are a calendar without events', () => {
		expect(calendarOf([])).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR$/)
		expect(calendarOf([])).not.toContain('VEVENT')
	})
})
