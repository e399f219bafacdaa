import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { ANSWER_OUTCOMES } from '#app/domain/consultation/rules.ts'
import { listConsultationCounts, listDoubtedCounts } from '#app/domain/member-register/queries.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import { storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

// The database keeps what consultations brought beside the acts: whatever is published, in whatever order and however
// many at once, the kept counts are those of the acts.

type Step =
	| { readonly what: 'GIVE'; readonly consultation: number; readonly count: number }
	| { readonly what: 'HIDE'; readonly at: number }
	| { readonly what: 'ANSWER'; readonly at: number; readonly outcome: string; readonly isRetracted: boolean }

const CONSULTATIONS = ['one', 'two', 'three']
const STEP: fc.Arbitrary<Step> = fc.oneof(
	fc.record({
		what: fc.constant('GIVE' as const),
		consultation: fc.nat(2),
		count: fc.integer({ min: 1, max: 5 }),
	}),
	fc.record({ what: fc.constant('HIDE' as const), at: fc.nat(20) }),
	fc.record({
		...{ what: fc.constant('ANSWER' as const), at: fc.nat(20) },
		...{ outcome: fc.constantFrom(...ANSWER_OUTCOMES), isRetracted: fc.boolean() },
	}),
)

let database: Database
let run = 0
beforeAll(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterAll(() => database.close())
beforeEach(() => {
	run += 1
})

/** Consultations of this run only: acts of earlier ones stay. */
const named = (name: string) => `${String(run)}-${name}`

type Row = Readonly<Record<string, unknown>> & { readonly kind: string }

function act(kind: string, key: string, rest: Readonly<Record<string, unknown>>): Row {
	return {
		...{
			recordId: named(key),
			version: 1,
			kind,
			memberId: 'example',
			actionPlanId: null,
			onDay: '2026-07-02',
		},
		...{ isRetracted: false, reason: null, said: {}, source: null, sourceUrl: null, importedById: null },
		...{ actorOrganizationId: 'public', submittedById: null, publishedOn: '2026-07-02' },
		...{
			publishedAt: new Date('2026-07-02T03:00:00Z'),
			salt: new Uint8Array(32),
			privateSalt: new Uint8Array(32),
		},
		...rest,
	}
}

/** The acts of each step; steps about a contribution that is not there yet are left out. */
function actsOf(steps: readonly Step[]): readonly (readonly Row[])[] {
	const given: string[] = []
	return steps.map((step, at) => {
		const publishedAt = new Date(Date.UTC(2026, 6, 2, 3, at))
		const key = `${step.what}-${String(at)}`
		if (step.what === 'GIVE')
			return Array.from({ length: step.count }, (_contribution, n) => {
				given.push(named(`${key}-${String(n)}`))
				const subjectId = named(CONSULTATIONS[step.consultation] ?? '')
				return act('public-contribution.published', `${key}-${String(n)}`, { subjectId, publishedAt })
			})
		const subjectId = given[step.at % Math.max(1, given.length)]
		if (subjectId === undefined) return []
		if (step.what === 'HIDE') return [act('public-contribution.hidden', key, { subjectId, publishedAt })]
		const { outcome, isRetracted } = step
		const publishedOn = `2026-07-${String(2 + (at % 20)).padStart(2, '0')}`
		const said = { contributionId: subjectId, outcome }
		return [act('reasoned-answer.published', key, { subjectId, publishedAt, publishedOn, said, isRetracted })]
	})
}

/** The same counted without the database, one act after the other. */
function countedByHand(acts: readonly Row[], consultationId: string) {
	const ids = acts.filter(
		(row) => row.kind === 'public-contribution.published' && row['subjectId'] === consultationId,
	)
	const about = (id: unknown, kind: string) =>
		acts.filter((row) => row.kind === kind && row['subjectId'] === id)
	const answers = Object.fromEntries(ANSWER_OUTCOMES.map((code) => [code, 0]))
	const days: string[] = []
	for (const { recordId } of ids) {
		const last = about(recordId, 'reasoned-answer.published').at(-1)
		if (!last || last['isRetracted'] === true) continue
		const { outcome } = last['said'] as { outcome: string }
		answers[outcome] = (answers[outcome] ?? 0) + 1
		days.push(String(last['publishedOn']))
	}
	return {
		contributions: ids.length,
		hidden: ids.filter(({ recordId }) => about(recordId, 'public-contribution.hidden').length > 0).length,
		answered: days.length,
		lastAnsweredOn: days.sort().at(-1) ?? null,
		answers,
	}
}

describe('what consultations brought, as the database keeps it', () => {
	test('is what a count of all acts gives, after any acts in any order', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(STEP, { minLength: 1, maxLength: 20 }), async (steps) => {
				run += 1
				const acts = actsOf(steps)
				for (const rows of acts) await insertTables(database.db, [['MemberAct', rows]])
				const counts = await listConsultationCounts(database, ['example'])
				for (const name of CONSULTATIONS) {
					const byHand = countedByHand(acts.flat(), named(name))
					if (byHand.contributions > 0) expect(counts.get(named(name))).toEqual(byHand)
					else expect(counts.has(named(name))).toBe(false)
				}
				expect(await listDoubtedCounts(database)).toEqual([])
			}),
			{ numRuns: 25 },
		)
	})

	test('is the same when all acts come in one statement', async () => {
		const acts = actsOf([
			{ what: 'GIVE', consultation: 0, count: 3 },
			{ what: 'ANSWER', at: 0, outcome: 'ACCEPTED', isRetracted: false },
			{ what: 'GIVE', consultation: 1, count: 2 },
			{ what: 'ANSWER', at: 0, outcome: 'MERGED', isRetracted: false },
			{ what: 'HIDE', at: 4 },
		]).flat()
		await insertTables(database.db, [['MemberAct', acts]])
		const counts = await listConsultationCounts(database, ['example'])
		expect(counts.get(named('one'))).toMatchObject({ contributions: 3, answered: 1, answers: { MERGED: 1 } })
		expect(counts.get(named('two'))).toMatchObject({ contributions: 2, hidden: 1, answered: 0 })
	})

	test('loses nothing where some give while others answer', async () => {
		const begun = actsOf([{ what: 'GIVE', consultation: 0, count: 5 }]).flat()
		await insertTables(database.db, [['MemberAct', begun]])
		await Promise.all(
			Array.from({ length: 12 }, (_writer, at) => {
				const subjectId = at % 3 === 0 ? begun[at % 5]?.['recordId'] : named('one')
				const row =
					at % 3 === 0
						? act('reasoned-answer.published', `answer-${String(at)}`, {
								subjectId,
								said: { outcome: 'PARTLY' },
							})
						: act('public-contribution.published', `more-${String(at)}`, { subjectId })
				return insertTables(database.db, [['MemberAct', [row]]])
			}),
		)
		const counts = await listConsultationCounts(database, ['example'])
		expect(counts.get(named('one'))).toMatchObject({ contributions: 13, answered: 4 })
		expect(await listDoubtedCounts(database)).toEqual([])
	})

	test('that somebody altered is found', async () => {
		const acts = actsOf([{ what: 'GIVE', consultation: 2, count: 2 }]).flat()
		await insertTables(database.db, [['MemberAct', acts]])
		await database.sql(`UPDATE "ConsultationCount" SET "contributions" = 9 WHERE "consultationId" = $1`, [
			named('three'),
		])
		expect(await listDoubtedCounts(database)).toEqual([named('three')])
		await database.sql(`UPDATE "ConsultationCount" SET "contributions" = 2 WHERE "consultationId" = $1`, [
			named('three'),
		])
	})
})
