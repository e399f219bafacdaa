import { isRequired } from '#app/domain/cocreation-requirement/rules.ts'
import type { RequirementView } from '#app/domain/cocreation-requirement/view.ts'
import type { ExpectationLevel, ExpectationReason, JudgedExpectation } from '#app/domain/expectation/view.ts'

const WORST_FIRST: readonly ExpectationLevel[] = ['NOT_MET', 'NO_EVIDENCE', 'NOT_RECORDED', 'PARTIAL']

/**
 * E3, a plan made and followed with others: the level that the requirements give.
 *
 * Order  NOT_APPLICABLE (none applies), NOT_YET_DUE (none is due), NOT_MET, NO_EVIDENCE, NOT_RECORDED (the record cannot
 *        tell of one), MET, else PARTIAL. Nothing is averaged: one requirement that is not met is officially enough
 *        to be contrary to process.
 * Source our own, over OGP's requirements; OGP publishes no formula, and the interface says so.
 */
export function cocreationLevel(requirements: readonly RequirementView[]): JudgedExpectation {
	const [level, ...reasons] = judged(requirements)
	const of = requirements.length
	const count = (one: ExpectationLevel) => requirements.filter((each) => each.level === one).length
	const next = requirements.flatMap(({ nextDueOn }) => nextDueOn ?? []).sort()
	return {
		code: 'E3_COCREATION',
		level,
		reasons,
		inputs: [
			{ code: 'REQUIREMENTS_MET', count: count('MET'), of },
			{ code: 'REQUIREMENTS_NOT_RECORDED', count: count('NOT_RECORDED'), of },
		],
		records: [...new Set(requirements.flatMap(({ records }) => records))].sort(),
		dueOn: worstRequirement(requirements)?.nextDueOn ?? next[0] ?? null,
	}
}

function judged(
	requirements: readonly RequirementView[],
): readonly [ExpectationLevel, ...ExpectationReason[]] {
	const applying = requirements.filter(({ level }) => level !== 'NOT_APPLICABLE')
	if (applying.length === 0) return ['NOT_APPLICABLE', 'NOT_OGP_MEMBER']
	const due = applying.filter(({ level }) => level !== 'NOT_YET_DUE')
	if (due.length === 0) return ['NOT_YET_DUE', 'REQUIREMENTS_NOT_YET_DUE']
	const has = (one: ExpectationLevel) => due.some(({ level }) => level === one)
	const notMet = due.filter(({ level }) => level === 'NOT_MET')
	if (notMet.some(({ code }) => isRequired(code)))
		return ['NOT_MET', 'REQUIREMENT_NOT_MET', 'CONTRARY_TO_PROCESS_RISK']
	if (notMet.length > 0) return ['NOT_MET', 'RECOMMENDATION_NOT_MET']
	if (has('NO_EVIDENCE')) return ['NO_EVIDENCE', 'REQUIREMENT_WITHOUT_EVIDENCE']
	if (due.every(({ reasons }) => reasons.includes('NO_PLAN'))) return ['NOT_RECORDED', 'NO_PLAN_HERE']
	if (has('NOT_RECORDED')) return ['NOT_RECORDED', 'REQUIREMENTS_NOT_RECORDED']
	if (due.every(({ level }) => level === 'MET')) return ['MET', 'REQUIREMENTS_MET']
	return ['PARTIAL', 'REQUIREMENT_PARTLY_MET']
}

/** The requirement that is furthest from met: required ones first, then in OGP's order; null where nothing is lacking. */
export function worstRequirement(requirements: readonly RequirementView[]): RequirementView | null {
	const inOrder = [
		...requirements.filter(({ code }) => isRequired(code)),
		...requirements.filter(({ code }) => !isRequired(code)),
	]
	const worst = WORST_FIRST.find((one) => inOrder.some(({ level }) => level === one))
	return inOrder.find(({ level }) => level === worst) ?? null
}
