import { expect, test } from 'vitest'
import { ruleInWords } from '#reports/document/obligation-words.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { LOCAL_CYCLE, NATIONAL_CYCLE } from '#prisma/seed/cycle-rules.ts'

const rule = (code: string) => {
	const found = NATIONAL_CYCLE.obligations.find((known) => known.code === code)
	if (!found) throw new Error(code)
	return found
}

test.each([
	['SA_END', 'Within 3 months after the plan ends.', 'Dalam 3 bulan setelah rencana berakhir.'],
	['CHECKPOINT', 'On the day on which the checkpoint is due.', 'Pada hari titik pelaporan jatuh tempo.'],
	[
		'SA_CONSULTATION',
		'For at least 14 days after the draft is opened to comment.',
		'Selama paling sedikit 14 hari setelah rancangan dibuka untuk tanggapan.',
	],
	[
		'COCREATION_TIMELINE',
		'At least 14 days before co-creation starts.',
		'Paling lambat 14 hari sebelum penyusunan bersama dimulai.',
	],
	[
		'MSF_MEETING',
		'Within 6 months after the last meeting of the forum. Again after each 6 months.',
		'Dalam 6 bulan setelah rapat forum terakhir. Berulang setiap 6 bulan.',
	],
])('the rule %s says in both languages: %s', (code, en, id) => {
	expect(ruleInWords(rule(code), { say: sayIn('en') })).toBe(en)
	expect(ruleInWords(rule(code), { say: sayIn('id') })).toBe(id)
})

test('every rule of every rule set has its name and its sentence in both languages', () => {
	for (const locale of ['en', 'id'] as const) {
		const say = sayIn(locale)
		for (const one of [...NATIONAL_CYCLE.obligations, ...LOCAL_CYCLE.obligations]) {
			expect(say(`obligation.${one.code}`)).not.toBe('')
			expect(ruleInWords(one, { say })).toMatch(/\.$/)
		}
	}
})
