import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import { expectationLevels } from '#app/domain/expectation/rules.ts'
import { memberStanding } from '#app/domain/member-expectation/rules.ts'
import { registersOf } from '#app/domain/member-register/view.ts'
import { consultationsOf } from '#app/domain/report-source/view.ts'
import type { ReportSource } from '#app/domain/report-source/view.ts'
import { reportModel } from '#app/domain/report/view.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { figuresOf } from '#app/domain/rule-sentence/rules.ts'
import { localProcess, nationalProcess } from './member-registers.ts'

type Frozen = Parameters<typeof reportModel>[1]

/** The progress report of a plan, frozen, of a member that recorded nothing beyond the plan. */
export function aProgressReport(
	record: PlanRecord,
	frozen: Frozen,
	over: Partial<ReportSource> = {},
): ReportModel {
	return reportModel({ ...aReportSource(record, frozen.asOfOn), ...over }, frozen)
}

/** What such a report is made from. */
export function aReportSource(record: PlanRecord, day: string): ReportSource {
	const { member } = record.plan
	const process = member.level === 'NATIONAL' ? nationalProcess : localProcess
	const rules = { id: 'rules-process', version: '2020.1-test', rules: process }
	const nothing = { acts: [], counts: new Map(), organizations: new Map() }
	const registers = registersOf({ memberId: member.id, ...nothing })
	const { expectations } = memberStanding({
		...{ member, registers, record, plans: [record.plan], rules, day },
	})
	const numbers = numbersIn({ rules: record.ruleSet.rules, process })
	return {
		record,
		expectations,
		ruleNumbers: Object.fromEntries(expectations.map(({ ruleSet }) => [ruleSet.id, numbers])),
		remarks: [],
		obligations: null,
		consultations: consultationsOf(registers, record.plan.id),
	}
}

function numbersIn(stored: { readonly rules: unknown; readonly process: unknown }): Record<string, number> {
	const figures = figuresOf({ cycle: {}, verification: {}, ...stored })
	return Object.fromEntries(
		figures.flatMap(({ name, values: [value] }) => (value === undefined ? [] : [[name, value]])),
	)
}

/** The same report as an earlier template froze it: before the third, levels of the plan alone and nothing beside them. */
export function asFrozenUnder(templateVersion: '1' | '2' | '3' | '4', newest: ReportModel): ReportModel {
	if (templateVersion === '4') return { ...newest, templateVersion }
	const { site: _site, history: _history, recordKinds: _kinds, ...model } = newest
	if (templateVersion === '3') return { ...model, templateVersion }
	const { ruleNumbers, remarks, obligations, consultations, since, ...rest } = model
	// What they froze under this name were the codings of the IRM alone.
	const expectations = expectationLevels(model.record, model.asOfOn).map((expectation) => ({
		...expectation,
		inputs: expectation.inputs.map((input) =>
			input.code === 'AMBITION_FOUND' ? { ...input, code: 'AMBITIOUS' as const } : input,
		),
	}))
	return { ...rest, templateVersion, expectations }
}
