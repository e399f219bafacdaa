import type { PlanStatus } from '#app/domain/action-plan/rules.ts'
import { firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ImportMapping } from './mapping.ts'

/** Stands where nobody has named the member. */
export const UNNAMED_MEMBER = 'unnamed'

/** What the person who imports says of the plan; a file says it seldom. */
export type PlanSetting = {
	readonly planId: string
	/** Null: the member the mapping names. */
	readonly memberId: string | null
	readonly today: CalendarDay
	/** Language of texts whose field names none; null: the mapping's. */
	readonly language: 'en' | 'id' | null
	/** Values of the plan that go before those of the mapping: title, number, startsOn, endsOn, source, sourceUrl. */
	readonly plan: Readonly<Record<string, string>>
	readonly fileName: string
}

type PlanPart = {
	readonly id: string
	readonly memberId: string
	readonly source: string
	readonly sourceUrl: string | null
} & Readonly<Record<string, string | null>>

/** The plan's own part of an import: what the mapping fixes, overridden by what the person says. */
export function planPart(
	setting: PlanSetting,
	mapping: Pick<ImportMapping, 'plan' | 'language' | 'member'>,
): PlanPart {
	const { title, ...said } = { ...mapping.plan, ...setting.plan }
	const language = setting.language ?? mapping.language
	return {
		...(title === undefined ? {} : { [language === 'en' ? 'titleEn' : 'titleId']: title }),
		...said,
		id: setting.planId,
		memberId: setting.memberId ?? mapping.member?.id ?? UNNAMED_MEMBER,
		source: said.source ?? setting.fileName,
		sourceUrl: said.sourceUrl ?? null,
	}
}

type Said = Readonly<Record<string, unknown>>

/**
 * The stage of life a plan is in on a day, from its own days or, where it has none, from its commitments'.
 * Without any day all that is known is that it was submitted.
 */
export function statusOn(today: CalendarDay, dated: readonly Said[]): PlanStatus {
	const starts = dated.flatMap(({ startsOn }) => (typeof startsOn === 'string' ? [firstDayOf(startsOn)] : []))
	const ends = dated.flatMap(({ endsOn }) => (typeof endsOn === 'string' ? [lastDayOf(endsOn)] : []))
	const [start] = starts.sort()
	const end = ends.sort().at(-1)
	if (end !== undefined && end < today) return 'ENDED'
	return start !== undefined && start <= today ? 'IN_IMPLEMENTATION' : 'SUBMITTED'
}
