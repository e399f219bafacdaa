import { expect, test } from 'vitest'
import { dayIn } from '#app/domain/calendar.ts'
import type { ActRows } from '#app/domain/record/view.ts'
import { demonstration } from '#prisma/seed/demonstration.ts'

type Of<K extends ActRows['kind']> = Extract<ActRows, { kind: K }>

function rowsOf<K extends ActRows['kind']>(acts: readonly ActRows[], kind: K) {
	return acts.filter((act): act is Of<K> => act.kind === kind).map((act) => act.row as Of<K>['row'])
}

const STARTS = [
	'2026-01-01T00:00:00Z',
	'2026-11-21T20:00:00Z',
	'2026-12-31T16:59:00Z',
	'2027-02-28T12:00:00Z',
	'2028-02-29T03:00:00Z',
]

const shownAt = STARTS.map((start) => {
	const { texts, said, aroundTexts } = demonstration(new Date(start))
	return {
		start,
		today: dayIn('Asia/Jakarta', new Date(start)),
		checkpoints: aroundTexts.find(([table]) => table === 'Checkpoint')?.[1] ?? [],
		milestones: rowsOf(texts, 'milestone.published'),
		claims: rowsOf(said, 'progress-update.published'),
		findings: rowsOf(said, 'verification.published'),
	}
})

test.each(shownAt)('begun at $start, one checkpoint is open', ({ today, checkpoints }) => {
	const open = checkpoints.filter(({ opensOn, dueOn }) => String(opensOn) <= today && today <= String(dueOn))
	expect(open).toHaveLength(1)
})

test.each(shownAt)(
	'begun at $start, everything that was said was said before',
	({ today, claims, findings }) => {
		expect([...claims, ...findings].filter(({ publishedOn }) => publishedOn > today)).toEqual([])
	},
)

test.each(shownAt)(
	'begun at $start, a milestone is overdue that nobody reported on, and others are to come',
	({ today, milestones, claims }) => {
		const overdue = milestones.filter(({ endsOn }) => endsOn !== null && endsOn < today)
		expect(
			overdue.some(({ milestoneId }) => !claims.some((claim) => claim.milestoneId === milestoneId)),
		).toBe(true)
		expect(milestones.some(({ endsOn }) => endsOn !== null && endsOn > today)).toBe(true)
	},
)

test.each(shownAt)(
	'begun at $start, some claims await a monitor and one says that nothing happened',
	({ claims, findings }) => {
		const unverified = claims.filter(
			({ recordId }) => !findings.some(({ claimRecordId }) => claimRecordId === recordId),
		)
		expect(unverified.length).toBeGreaterThan(1)
		expect(claims.filter(({ isNil }) => isNil)).toHaveLength(1)
	},
)

test('every finding judges a claim that was made, and their outcomes differ', () => {
	const { claims, findings } = shownAt[1] ?? { claims: [], findings: [] }
	const ids = claims.map(({ recordId }) => recordId)
	expect(
		findings.filter(({ claimRecordId }) => claimRecordId === null || !ids.includes(claimRecordId)),
	).toEqual([])
	expect(new Set(findings.map(({ outcome }) => outcome))).toEqual(
		new Set(['CONFIRMED', 'PARTLY_CONFIRMED', 'NOT_CONFIRMED', 'CANNOT_VERIFY']),
	)
	expect(findings.filter(({ independence }) => independence === 'INTERESTED')).toHaveLength(1)
})

test('nobody approves what they submitted, and no finding comes from a government', () => {
	for (const { claims, findings } of shownAt) {
		expect(claims.filter(({ submittedById, approvedById }) => submittedById === approvedById)).toEqual([])
		expect(
			findings.filter(
				({ organizationId }) =>
					organizationId.startsWith('contoh-dinas') || organizationId === 'contoh-bapperida',
			),
		).toEqual([])
	}
})
