import { expect, test } from 'vitest'
import { reasonNotToVerify } from '#app/domain/finding-ground/rules.ts'

const checkpoint = { opensOn: '2026-06-01', dueOn: '2026-06-30' }
const claim = { standings: [null, null], checkpoint, hasClaim: true, isWhole: false, endsOn: '2026-12-31' }
const silence = { ...claim, hasClaim: false }
const whole = { ...claim, hasClaim: false, isWhole: true }
const unclocked = { ...silence, checkpoint: null }

test.each([
	['a claim at a checkpoint that is open', claim, '2026-06-01', null],
	['a claim at one that has not opened', claim, '2026-05-31', 'checkpoint_not_open'],
	['silence on the day a report is due', silence, '2026-06-30', 'claim_not_due'],
	['silence the day after', silence, '2026-07-01', null],
	['a commitment as a whole on the day its checkpoint opens', whole, '2026-06-01', null],
	['a commitment as a whole before that', whole, '2026-05-31', 'checkpoint_not_open'],
	['a silent milestone on its last day', unclocked, '2026-12-31', 'claim_not_due'],
	['a silent milestone the day after', unclocked, '2027-01-01', null],
	[
		'a silent milestone until the end of the month it names',
		{ ...unclocked, endsOn: '2026-11' },
		'2026-11-30',
		'claim_not_due',
	],
	['a milestone without an end', { ...unclocked, endsOn: null }, '2026-01-01', null],
	[
		'a milestone that was withdrawn',
		{ ...claim, standings: [null, 'WITHDRAWN'] },
		'2026-07-15',
		'promise_ended',
	],
	[
		'a commitment that became part of another',
		{ ...whole, standings: ['MERGED'] },
		'2026-07-15',
		'promise_ended',
	],
	['a text that was changed and goes on', { ...claim, standings: ['MODIFIED', null] }, '2026-07-15', null],
] as const)('%s', (_what, judged, today, reason) => {
	expect(reasonNotToVerify(judged, today)).toBe(reason)
})
