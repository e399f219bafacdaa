import { EXPECTATION_INPUTS } from '#app/domain/expectation/view.ts'
import type { ExpectationInput, ExpectationLevel } from '#app/domain/expectation/view.ts'
import type { MemberExpectation } from '#app/domain/member-expectation/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { summaryOf } from '#app/domain/standing/rules.ts'
import type { PastLevel, StandingPage, StandingRow } from '#app/domain/standing/view.ts'
import type { StoredLevel } from '#app/domain/status-snapshot/view.ts'
import type { Say } from '#app/i18n/translate.ts'

/** Whether a level was worked out for the day that is asked, for a day before it, or was stored once. */
type Basis = 'ASKED_DAY' | 'HISTORY' | 'STORED'

const FIGURES = EXPECTATION_INPUTS.map((code) => [code, code.toLowerCase()] as const)

/** Columns of the file, in their order; each is explained beside the API. */
export const LEVEL_COLUMNS: readonly string[] = [
	...['member', 'member_en', 'member_id', 'track', 'as_of', 'basis', 'expectation', 'status', 'level'],
	...['status_in_words', 'reasons', 'rule_set', 'rule_version', 'plan', 'worst_requirement', 'next_due'],
	...['acts_known', 'computed_on'],
	...FIGURES.flatMap(([, name]) => [name, `${name}_of`]),
]

type Values = Readonly<Record<string, string>>

/** The levels of all members as rows of text, the names of the columns first. */
export function standingRows(rows: readonly StandingRow[], say: Say): readonly (readonly string[])[] {
	const values = rows.flatMap(({ member, standing }) =>
		standing.expectations.map((one) => ({
			...of(member, standing.asOfOn, 'ASKED_DAY'),
			...levelNow(one, standing.planId, say),
		})),
	)
	return [LEVEL_COLUMNS, ...values.map(cells)]
}

/** The levels of one member: of the day that is asked, of the quarters before it, and as they were stored. */
export function memberRows(page: StandingPage, say: Say): readonly (readonly string[])[] {
	const { member, standing, history, snapshots } = page
	const past = [
		...history.map(({ asOfOn, levels }) =>
			levels.map((one) => cells({ ...of(member, asOfOn, 'HISTORY'), ...pastLevel(one, say) })),
		),
		...snapshots.map(({ asOfOn, ledgerSize, computedOn, levels }) =>
			levels.map((one) =>
				cells({
					...of(member, asOfOn, 'STORED'),
					...storedLevel(one, say),
					...{ acts_known: String(ledgerSize), computed_on: computedOn },
				}),
			),
		),
	]
	return [...standingRows([{ member, standing }], say), ...past.flat()]
}

/** What is not said stays empty. */
function cells(values: Values): readonly string[] {
	return LEVEL_COLUMNS.map((name) => values[name] ?? '')
}

function of({ id, name, level }: MemberView, asOfOn: string, basis: Basis): Values {
	return {
		member: id,
		member_en: name.en ?? '',
		member_id: name.id ?? '',
		track: level,
		as_of: asOfOn,
		basis,
	}
}

function levelNow(one: MemberExpectation, planId: string | null, say: Say): Values {
	const { worst, nextDueOn } = summaryOf(one.requirements)
	const isOfPlan = one.code === 'E2_COMMITMENTS' || one.code === 'E4_REPORTING'
	return {
		...pastLevel(one, say),
		reasons: one.reasons.join(' '),
		plan: (isOfPlan ? planId : null) ?? '',
		worst_requirement: worst?.code ?? '',
		next_due: nextDueOn ?? '',
	}
}

function pastLevel({ code, level, ruleSet, inputs }: PastLevel, say: Say): Values {
	return {
		...statusOf(code, level, say),
		...{ rule_set: ruleSet.id, rule_version: ruleSet.version },
		...figuresOf(inputs),
	}
}

function storedLevel({ code, level, ruleSet }: StoredLevel, say: Say): Values {
	return {
		...statusOf(code, level ?? 'NOT_RECORDED', say),
		...{ rule_set: ruleSet?.id ?? '', rule_version: ruleSet?.version ?? '' },
	}
}

/** What is not shown has its code, and no level: it is no level that is low. */
function statusOf(expectation: string, status: ExpectationLevel, say: Say): Values {
	const status_in_words = say(`expectation-level.${status}`)
	return { expectation, status, level: status === 'NOT_RECORDED' ? '' : status, status_in_words }
}

/** Figures with what they are counted out of; out of nothing, there is no figure. */
function figuresOf(inputs: readonly ExpectationInput[]): Values {
	const counted = inputs.filter(({ of: all }) => all > 0)
	return Object.fromEntries(
		FIGURES.flatMap(([code, name]) =>
			counted
				.filter((input) => input.code === code)
				.flatMap((input) => [
					[name, String(input.count)],
					[`${name}_of`, String(input.of)],
				]),
		),
	)
}
