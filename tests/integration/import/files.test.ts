import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { PlanSetting } from '#app/import/plan-part.ts'
import { readBytes } from '#tests/factories/import-file.ts'

function readFixture(path: string, over: Partial<PlanSetting> = {}) {
	return readBytes(new Uint8Array(readFileSync(path)), { fileName: path, ...over })
}

const NAP3 = 'tests/fixtures/import-indonesia-nap3'

test('a workbook and a semicolon file of the same plan give the same 19 commitments', async () => {
	const workbook = await readFixture(`${NAP3}.xlsx`, { fileName: 'nap3' })
	const semicolons = await readFixture(`${NAP3}-semicolon.csv`, { fileName: 'nap3' })
	expect(workbook.problems).toEqual([])
	expect(workbook.plan?.commitments).toHaveLength(19)
	expect(workbook.plan?.commitments[0]).toMatchObject({ startsOn: '2014-05-28', endsOn: '2014-12-31' })
	expect(semicolons).toEqual(workbook)
})

test('the United States table gives 36 commitments and 70 milestones, each with the claim as published', async () => {
	const { plan, problems, notices } = await readFixture('prisma/seed/data/us_nap5_subcommitments.csv', {
		plan: {},
	})
	const milestones = plan?.commitments.flatMap((commitment) => commitment.milestones) ?? []
	const words = milestones.map(({ claims }) => claims[0]?.levelAsPublished)
	expect(problems).toEqual([])
	expect(notices).toEqual([{ code: 'title_not_given', detail: 'commitment-id' }])
	expect(plan?.commitments).toHaveLength(36)
	expect([
		words.length,
		...['Complete', 'In Progress', 'Not Started'].map((word) => words.filter((w) => w === word).length),
	]).toEqual([70, 33, 36, 1])
	expect(
		milestones
			.filter(({ claims }) => claims[0]?.levelAsPublished === 'In Progress')
			.every(({ claims }) => claims[0]?.claimedLevel === null),
	).toBe(true)
	expect(milestones.filter(({ claims }) => (claims[0]?.evidence.length ?? 0) > 0)).toHaveLength(65)
})

test('the Canadian table keeps five commitments, 19 milestones, 106 indicators, and the French texts', async () => {
	const { plan, problems, notices } = await readFixture('tests/fixtures/import-canada-nap5-indicators.csv', {
		plan: {},
		memberId: null,
	})
	const milestones = plan?.commitments.flatMap((commitment) => commitment.milestones) ?? []
	expect(problems).toEqual([])
	expect(notices).toEqual([{ code: 'column_not_kept', detail: 'plan' }])
	expect(plan?.plan.memberId).toBe('canada')
	expect([plan?.commitments.length, milestones.length]).toEqual([5, 19])
	expect(milestones.flatMap(({ deliverableEn }) => deliverableEn?.split('\n') ?? [])).toHaveLength(106)
	expect(
		milestones.flatMap(({ otherLanguages }) => otherLanguages.fr?.deliverable?.split('\n') ?? []),
	).toHaveLength(106)
	expect(plan?.commitments[0]?.otherLanguages.fr?.title).toBe('Changements climatiques et croissance durable')
})
