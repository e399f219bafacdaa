import { expect, test } from 'vitest'
import { isOwnLink, linkEnd, linkIdOf, linkState, senderByLink } from '#app/domain/update-link/rules.ts'
import { linkAnswer } from '#app/domain/update-link/schema.ts'

const GIVEN = new Date('2026-07-15T02:00:00Z')
const LINK = { usedAt: null, revokedAt: null, expiresAt: linkEnd(GIVEN) }

test.each([
	['2026-07-18T01:59:59Z', LINK, 'OPEN', 'until its last second'],
	['2026-07-18T02:00:00Z', LINK, 'EXPIRED', 'and no longer, three days after it was given'],
	['2026-07-15T03:00:00Z', { ...LINK, revokedAt: GIVEN }, 'REVOKED', 'once it is taken back'],
	['2026-07-19T00:00:00Z', { ...LINK, usedAt: GIVEN }, 'USED', 'what was used stays used'],
] as const)('at %s a link %o is %s: %s', (now, link, state, _why) => {
	expect(linkState(link, new Date(now))).toBe(state)
})

test.each([
	[{ id: 'giver', email: 'lead@example.org' }, true, 'who gave it'],
	[{ id: 'lead', email: 'OFFICER@example.org' }, true, 'who got it'],
	[{ id: 'lead', email: 'lead@example.org' }, false, 'anybody else'],
])('of %o a link is their own: %s, because that is %s', (person, own, _who) => {
	expect(isOwnLink({ createdById: 'giver', officerEmail: 'officer@example.org' }, person)).toBe(own)
})

test('a report that came through a link names the link, and a person’s does not', () => {
	expect(linkIdOf(senderByLink('one'))).toBe('one')
	expect(linkIdOf('officer')).toBeNull()
	expect(linkIdOf(null)).toBeNull()
})

const FRAME = { today: '2026-07-15', plan: { startsOn: null, endsOn: null }, startsOn: '2026-01-01' }
const TOKEN = 'a'.repeat(43)

test.each([
	['that nothing happened needs no more', { level: 'NIL' }, []],
	[
		'a level without a text, reasons and proof is no report',
		{ level: 'LIMITED' },
		['doneId', 'challenges', 'url'],
	],
	['what has not begun needs no proof', { level: 'NOT_STARTED', doneEn: 'x', challenges: ['FUNDING'] }, []],
	[
		'a link says what it is and shows',
		{ level: 'SUBSTANTIAL', doneEn: 'x', url: 'https://contoh.example/a' },
		['kind', 'title'],
	],
	['31 June is no day', { level: 'NIL', finishedOn: '2026-06-31' }, ['finishedOn']],
	[
		'an end lies after a start',
		{
			level: 'NOT_STARTED',
			doneEn: 'x',
			challenges: ['FUNDING'],
			startedOn: '2026-07-02',
			finishedOn: '2026-07-01',
		},
		['finishedOn'],
	],
])('in one form, %s', (_name, answer, faults) => {
	const read = linkAnswer(FRAME).safeParse({ token: TOKEN, ...answer })
	expect(read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'))).toEqual(faults)
})
