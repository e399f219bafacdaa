import { expect, test } from 'vitest'
import { dayIn } from '#app/domain/calendar.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { isReportExpected } from '#app/domain/progress-update/rules.ts'
import { missingParts } from '#app/domain/self-assessment/rules.ts'
import { SelfAssessmentModel } from '#app/domain/self-assessment/schema.ts'
import type { Checkpoint } from '#prisma/generated/client.ts'
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
	const { texts, said, aroundTexts } = demonstration(new Date(start), 100)
	return {
		start,
		today: dayIn('Asia/Jakarta', new Date(start)),
		checkpoints: (aroundTexts.find(([table]) => table === 'Checkpoint')?.[1] ?? []) as Checkpoint[],
		amended: rowsOf(said, 'milestone.published'),
		amendments: rowsOf(said, 'amendment.published'),
		assessments: rowsOf(said, 'self-assessment.published'),
		all: said,
		milestones: rowsOf(texts, 'milestone.published'),
		claims: rowsOf(said, 'progress-update.published'),
		findings: rowsOf(said, 'verification.published'),
	}
})

test.each(shownAt)('begun at $start, one checkpoint is open', ({ today, checkpoints }) => {
	const open = checkpoints.filter(({ opensOn, dueOn }) => opensOn <= today && today <= dueOn)
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
	'begun at $start, some claims await a monitor and two say that nothing happened',
	({ claims, findings }) => {
		const unverified = claims.filter(
			({ recordId }) => !findings.some(({ claimRecordId }) => claimRecordId === recordId),
		)
		expect(unverified.length).toBeGreaterThan(1)
		expect(claims.filter(({ isNil }) => isNil)).toHaveLength(2)
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

test.each(shownAt)(
	'begun at $start, every checkpoint but the last that is over has all its reports',
	({ today, checkpoints, milestones, claims }) => {
		const over = checkpoints.filter(({ dueOn }) => dueOn < today)
		const codes = new Map(checkpoints.map(({ id, code }) => [id, code]))
		const dueOnOf = (code: string) => checkpoints.find((known) => known.code === code)?.dueOn ?? null
		const missing = over.map((checkpoint) => {
			const expected = milestones.filter(({ milestoneId, startsOn }) => {
				const own = claims.filter((claim) => claim.milestoneId === milestoneId)
				const said = own.map(({ claimedLevel: level, checkpointId }) => {
					return { level: level as 'COMPLETE', checkpointCode: codes.get(checkpointId ?? '') ?? null }
				})
				return isReportExpected({ startsOn, claims: said }, checkpoint, dueOnOf)
			})
			return expected.filter(
				({ milestoneId }) =>
					!claims.some((claim) => claim.milestoneId === milestoneId && claim.checkpointId === checkpoint.id),
			).length
		})
		expect(missing).toEqual(missing.map((_, at) => (at === missing.length - 1 ? 2 : 0)))
	},
)

test.each(shownAt)(
	'begun at $start, one milestone was given a later end by two people, before it was due',
	({ today, milestones, amended, amendments }) => {
		const [text] = amended
		const [amendment] = amendments
		const before = milestones.find(({ milestoneId }) => milestoneId === text?.milestoneId)
		expect([amended.length, amendments.length, text?.version]).toEqual([1, 1, 2])
		expect([before?.endsOn, text?.endsOn, amendment?.publishedOn, today].sort()).toEqual([
			amendment?.publishedOn,
			today,
			before?.endsOn,
			text?.endsOn,
		])
		expect(amendment?.changes).toMatchObject([{ recordId: text?.milestoneId, version: 2 }])
		expect(amendment?.submittedById).not.toBe(amendment?.approvedById)
	},
)

test.each(shownAt)(
	'begun at $start, the self-assessment was open for two weeks, its comments are answered and it is whole',
	({ today, assessments, all }) => {
		const [draft, final] = assessments.map((row) => ({
			row,
			model: SelfAssessmentModel.parse(JSON.parse(row.model)),
		}))
		expect([draft?.model.stage, final?.model.stage, final?.model.comments?.length]).toEqual([
			'COMMENT',
			'FINAL',
			2,
		])
		expect(final && missingParts(final.model)).toEqual([])
		expect(draft?.row.publishedOn).toBe(draft?.row.commentOpensOn)
		expect(final && final.row.commentClosesOn < final.row.publishedOn && final.row.publishedOn < today).toBe(
			true,
		)
		expect(final?.row.submittedById).not.toBe(final?.row.approvedById)
		const at = all.findIndex(({ row }) => row === final?.row)
		expect(final?.model.ledgerSize).toBeGreaterThan(100)
		expect(all.slice(0, at).every(({ row }) => row.publishedOn <= (final?.row.publishedOn ?? ''))).toBe(true)
	},
)
