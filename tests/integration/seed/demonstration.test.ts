import { expect, test } from 'vitest'
import { dayIn } from '#app/domain/calendar.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { isReportExpected } from '#app/domain/progress-update/rules.ts'
import { missingParts } from '#app/domain/self-assessment/rules.ts'
import { SelfAssessmentModel } from '#app/domain/self-assessment/schema.ts'
import { replyDueOn, threadState } from '#app/domain/finding-thread/rules.ts'
import type { TableRows } from '#app/ledger/insert.server.ts'
import type { Checkpoint, ConflictDeclaration, Organization } from '#prisma/generated/client.ts'
import { demonstration } from '#prisma/seed/demonstration.ts'

type Of<K extends ActRows['kind']> = Extract<ActRows, { kind: K }>

function rowsOf<K extends ActRows['kind']>(acts: readonly ActRows[], kind: K) {
	return acts.filter((act): act is Of<K> => act.kind === kind).map((act) => act.row as Of<K>['row'])
}

function rowsIn(tables: readonly TableRows[], table: string): readonly unknown[] {
	return tables.find(([name]) => name === table)?.[1] ?? []
}

const STARTS = [
	'2026-01-01T00:00:00Z',
	'2026-11-21T20:00:00Z',
	'2026-12-31T16:59:00Z',
	'2027-02-28T12:00:00Z',
	'2028-02-29T03:00:00Z',
]

const shownAt = STARTS.map((start) => {
	const site = { logSize: 100, baseUrl: 'http://localhost:3000' }
	const { texts, said, aroundTexts, people } = demonstration(new Date(start), site)
	return {
		start,
		today: dayIn('Asia/Jakarta', new Date(start)),
		checkpoints: rowsIn(aroundTexts, 'Checkpoint') as Checkpoint[],
		amended: rowsOf(said, 'milestone.published'),
		amendments: rowsOf(said, 'amendment.published'),
		assessments: rowsOf(said, 'self-assessment.published'),
		all: said,
		declarations: rowsIn(aroundTexts, 'ConflictDeclaration') as ConflictDeclaration[],
		organizations: rowsIn(people, 'Organization') as Organization[],
		replies: rowsOf(said, 'reply.published'),
		decisions: rowsOf(said, 'verifier-decision.published'),
		recusals: rowsOf(said, 'recusal.published'),
		observations: rowsOf(said, 'observation.published'),
		hidings: rowsOf(said, 'observation.hidden'),
		inceptions: rowsOf(said, 'local-assessment.published'),
		milestones: rowsOf(texts, 'milestone.published'),
		claims: rowsOf(said, 'progress-update.published'),
		findings: rowsOf(said, 'verification.published'),
	}
})

test.each(shownAt)('begun at $start, one checkpoint is open', ({ today, checkpoints }) => {
	const open = checkpoints.filter(({ opensOn, dueOn }) => opensOn <= today && today <= dueOn)
	expect(open).toHaveLength(1)
})

test.each(shownAt)('begun at $start, everything that was said was said before', ({ today, all }) => {
	expect(all.filter(({ row }) => row.publishedOn > today)).toEqual([])
})

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

/** Where the thread of a version of a finding stands on a day. */
function stateOf(
	{ recordId, version, publishedOn }: { recordId: string; version: number; publishedOn: string },
	{ replies, decisions, today }: (typeof shownAt)[number],
) {
	const isAbout = (act: { verificationRecordId: string; verificationVersion: number }) =>
		act.verificationRecordId === recordId && act.verificationVersion === version
	const decided = decisions.filter(isAbout).map(({ decision }) => ({ decision: decision as 'CHANGED' }))
	const thread = { dueOn: replyDueOn(publishedOn, 21), replies: replies.filter(isAbout), decisions: decided }
	return threadState(thread, today)
}

test.each(shownAt)(
	'begun at $start, one finding was changed after a reply in time, one met silence and one waits',
	(shown) => {
		const states = new Map(
			shown.findings.map((finding) => [`${finding.recordId}@${finding.version}`, stateOf(finding, shown)]),
		)
		expect([...states.keys()]).toHaveLength(8)
		expect(states.get('contoh-2025-v2@1')).toBe('CHANGED')
		expect(states.get('contoh-2025-v2@2')).toBe('MAINTAINED')
		expect(states.get('contoh-2025-v3@1')).toBe('SILENT')
		expect(states.get('contoh-2025-v7@1')).toBe('AWAITING_REPLY')
		expect(shown.replies.map(({ isLate, dueOn, publishedOn }) => [isLate, publishedOn <= dueOn])).toEqual([
			[false, true],
			[false, true],
		])
	},
)

test.each(shownAt)(
	'begun at $start, a decision to change comes after the version that it names',
	({ all, decisions }) => {
		const changed = decisions.find(({ decision }) => decision === 'CHANGED')
		const at = (recordId: string | undefined, version: number) =>
			all.findIndex(({ row }) => 'recordId' in row && row.recordId === recordId && row.version === version)
		const named = at(changed?.verificationRecordId, changed?.changedToVersion ?? 0)
		expect(named).toBeGreaterThan(-1)
		expect(named).toBeLessThan(at(changed?.recordId, 1))
	},
)

test('before each finding both were asked once for the commitment, and a co-lead is no independent voice', () => {
	for (const { findings, declarations } of shownAt) {
		const said = declarations.map((one) => `${one.organizationId} ${one.commitmentId} ${one.scope}`)
		expect(new Set(said).size).toBe(said.length)
		for (const { organizationId, commitmentId, publishedOn, independence } of findings) {
			const own = declarations.filter(
				(one) => one.organizationId === organizationId && one.commitmentId === commitmentId,
			)
			expect(own.map(({ scope }) => scope).sort()).toEqual(['ORGANIZATION', 'PERSON'])
			expect(own.every((one) => one.declaredOn <= publishedOn && publishedOn <= one.validUntilOn)).toBe(true)
			expect(independence).toBe(own.some((one) => one.hasInterest) ? 'INTERESTED' : 'INDEPENDENT')
		}
	}
})

test('an organization that stands back judges nothing of the commitment afterwards, and another one is named', () => {
	for (const { recusals, findings } of shownAt) {
		expect(recusals).toHaveLength(1)
		for (const { organizationId, commitmentId, publishedOn, replacementOrganizationId } of recusals) {
			expect(replacementOrganizationId).toBe('contoh-forum-warga')
			expect(
				findings.filter(
					(one) =>
						one.organizationId === organizationId &&
						one.commitmentId === commitmentId &&
						one.publishedOn >= publishedOn,
				),
			).toEqual([])
		}
	}
})

test('of three observations one is evidence of a finding, and one is hidden for a reason that is said', () => {
	for (const { observations, hidings, all } of shownAt) {
		const ids = observations.map(({ recordId }) => recordId)
		const urls = all.flatMap((act) =>
			act.kind === 'verification.published' ? act.evidence.map(({ url }) => url) : [],
		)
		expect(ids).toHaveLength(3)
		expect(ids.filter((id) => urls.includes(`http://localhost:3000/id/records/${id}`))).toHaveLength(1)
		expect(hidings).toMatchObject([
			{
				observationRecordId: 'contoh-2025-o3',
				reasonCode: 'PERSONAL_DATA',
				noteEn: expect.any(String),
				noteId: expect.any(String),
			},
		])
	}
})

test('the organization with a second reader said so in public, and its findings were read', () => {
	for (const { organizations, findings, all, inceptions } of shownAt) {
		const reviewing = organizations.filter(({ reviewsFindings }) => reviewsFindings).map(({ id }) => id)
		const chosen = all.flatMap((act) =>
			act.kind === 'cso-account.changed' && act.row.event === 'REVIEW_ON' ? [act.row.organizationId] : [],
		)
		expect([reviewing, chosen]).toEqual([['contoh-suara-perempuan'], ['contoh-suara-perempuan']])
		for (const { organizationId, isPeerReviewed, reviewedById, authorId } of findings) {
			expect(isPeerReviewed).toBe(reviewing.includes(organizationId))
			expect(reviewedById).not.toBe(authorId)
		}
		expect(inceptions).toHaveLength(1)
	}
})
