import type { Bilingual } from '#app/domain/bilingual.ts'
import type { RequirementCode } from '#app/domain/cocreation-requirement/view.ts'
import type { ExpectationCode, ExpectationLevel } from '#app/domain/expectation/view.ts'
import { memberStanding } from '#app/domain/member-expectation/rules.ts'
import type { StandingFacts } from '#app/domain/member-expectation/rules.ts'

/** A level with why it is what it is. */
export type ReasonedLevel = { readonly level: ExpectationLevel; readonly reasons: readonly string[] }

/** A level of a member that other rules would make another one, or give another reason for. */
export type LevelDifference = {
	readonly memberId: string
	readonly memberName: Bilingual
	readonly expectation: ExpectationCode
	/** The requirement that it is of; null: the expectation itself. */
	readonly requirement: RequirementCode | null
	readonly before: ReasonedLevel
	readonly after: ReasonedLevel
}

type Level = Omit<LevelDifference, 'before' | 'after'> & { readonly is: ReasonedLevel }

/**
 * The levels that other rules would change, all else being what it is: both are computed anew from the same records on
 * the same day. What plans are pinned to stays as it is.
 */
export function levelDifferences(
	known: readonly StandingFacts[],
	rules: StandingFacts['rules'],
): readonly LevelDifference[] {
	return known.flatMap((facts) => {
		const after = levelsOf({ ...facts, rules })
		return levelsOf(facts).flatMap(({ is, ...of }): readonly LevelDifference[] => {
			const now = after.find(
				(one) => one.expectation === of.expectation && one.requirement === of.requirement,
			)
			return now === undefined || isSame(is, now.is) ? [] : [{ ...of, before: is, after: now.is }]
		})
	})
}

function levelsOf(facts: StandingFacts): readonly Level[] {
	const { id: memberId, name: memberName } = facts.member
	return memberStanding(facts).expectations.flatMap((one): readonly Level[] => {
		const of = { memberId, memberName, expectation: one.code }
		return [
			{ ...of, requirement: null, is: { level: one.level, reasons: one.reasons } },
			...one.requirements.map(({ code, level, reasons }) => ({
				...of,
				requirement: code,
				is: { level, reasons },
			})),
		]
	})
}

function isSame(one: ReasonedLevel, other: ReasonedLevel): boolean {
	return one.level === other.level && one.reasons.join() === other.reasons.join()
}
