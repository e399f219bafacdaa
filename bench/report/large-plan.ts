import type { CommitmentRecord, MilestoneRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import { usPlanRecord } from './us-plan.ts'

/** The texts of the fifth U.S. plan over and over until there are 500 commitments, frozen for a report. */
export function largePlanModel(): ReportModel {
	return aProgressReport(planOf(500), { asOfOn: '2026-11-21' })
}

/** As many commitments as are asked for, each with its own milestones or with as many as are asked for. */
export function planOf(commitments: number, milestones?: number): PlanRecord {
	const record = usPlanRecord()
	const texts = record.commitments.flatMap((commitment) => commitment.milestones)
	const nth = <Item>(items: readonly Item[], at: number): Item => {
		const item = items[at % items.length]
		if (item === undefined) throw new Error('the plan has no texts')
		return item
	}
	const made = Array.from({ length: commitments }, (_, at): CommitmentRecord => {
		const id = `c${String(at + 1)}`
		const text = nth(record.commitments, at)
		return {
			...text,
			id,
			position: at + 1,
			number: String(at + 1),
			milestones: Array.from({ length: milestones ?? text.milestones.length }, (_each, index) => {
				const from =
					milestones === undefined ? nth(text.milestones, index) : nth(texts, at * milestones + index)
				return milestoneFrom(from, `${id}.${String(index + 1)}`)
			}),
		}
	})
	const plan = { ...record.plan, commitmentsPublished: commitments, commitmentsHere: commitments }
	return { ...record, plan, commitments: made }
}

function milestoneFrom(text: MilestoneRecord, id: string): MilestoneRecord {
	const claims = text.claims.map((claim) => ({ ...claim, recordId: `claim-${id}`, milestoneId: id }))
	return { ...text, id, number: id, claims }
}
