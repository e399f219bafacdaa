import { z } from 'zod'
import { PlanImport } from '#app/domain/action-plan/schema.ts'
import { keyFrom } from './key-from.ts'
import { NestedPlan, planFromNested } from './plan-from-nested.ts'
import { statusOn, UNNAMED_MEMBER } from './plan-part.ts'
import type { PlanSetting } from './plan-part.ts'
import type { PlanReading } from './plan-from-table.ts'
import { problem } from './problem.ts'
import type { ImportProblem } from './problem.ts'

/** Either one of our two JSON layouts, or a list of nested plans of which one is wanted. */
const Layout = z.union([
	z.looseObject({ plan: z.looseObject({}) }),
	z.looseObject({ plan_id: z.string() }),
	z.array(z.looseObject({ plan_id: z.string() })).min(1),
])

/** The plan a JSON text holds, or everything that is wrong with it. */
export function readJsonPlan(text: string, setting: PlanSetting): PlanReading {
	let value: unknown
	try {
		value = JSON.parse(text)
	} catch (error) {
		return failed([problem('json_broken', { detail: error instanceof Error ? error.message : '' })])
	}
	const layout = Layout.safeParse(value)
	if (!layout.success) return failed([problem('plan_missing')])
	if (!Array.isArray(layout.data))
		return 'plan_id' in layout.data ? nested(layout.data, setting) : flat(layout.data, setting)
	const wanted =
		layout.data.length === 1
			? layout.data[0]
			: layout.data.find((plan) => isWanted(plan.plan_id, setting.planId))
	if (wanted) return nested(wanted, setting)
	return failed([
		problem('plan_choice', {
			value: setting.planId,
			detail: layout.data.map((plan) => planIdFrom(plan.plan_id)).join(', '),
		}),
	])
}

/** Our id of a plan that a source calls `IDN-NAP3`: `id-nap3`. */
export function planIdFrom(sourceId: string): string {
	return keyFrom(sourceId).replace(/^idn-/, 'id-')
}

function isWanted(sourceId: string, planId: string): boolean {
	return keyFrom(sourceId) === planId || planIdFrom(sourceId) === planId
}

function nested(value: unknown, setting: PlanSetting): PlanReading {
	const parsed = NestedPlan.safeParse(value)
	if (!parsed.success) return failed(problemsFrom(parsed.error))
	try {
		const plan = planFromNested(parsed.data, {
			...setting,
			memberId: setting.memberId ?? UNNAMED_MEMBER,
			language: setting.language ?? 'en',
		})
		return { plan, problems: [], notices: [], member: null }
	} catch (error) {
		if (!(error instanceof z.ZodError)) throw error
		return failed(problemsFrom(error))
	}
}

function flat(value: { plan: Record<string, unknown> }, setting: PlanSetting): PlanReading {
	const { title, ...said } = setting.plan
	const plan = {
		status: statusOn(setting.today, [value.plan]),
		source: setting.fileName,
		...value.plan,
		...(title === undefined ? {} : { [setting.language === 'id' ? 'titleId' : 'titleEn']: title }),
		...said,
		id: setting.planId,
		memberId: setting.memberId ?? UNNAMED_MEMBER,
	}
	const parsed = PlanImport.safeParse({ ...value, plan })
	return parsed.success
		? { plan: parsed.data, problems: [], notices: [], member: null }
		: failed(problemsFrom(parsed.error))
}

function failed(problems: readonly ImportProblem[]): PlanReading {
	return { plan: null, problems, notices: [], member: null }
}

function problemsFrom(error: z.ZodError): readonly ImportProblem[] {
	return error.issues.flatMap((issue) => {
		const column = issue.path.map(String).join('.')
		if (issue.code === 'unrecognized_keys')
			return issue.keys.map((key) => problem('json_unknown', { column, value: key }))
		if (issue.code === 'invalid_type') return [problem('json_type', { column, detail: issue.expected })]
		return [problem('json_value', { column, detail: issue.message })]
	})
}
