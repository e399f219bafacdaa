import type { Dated } from '#app/domain/milestone/rules.ts'
import type { Format } from '#app/i18n/format.ts'
import type { Say } from '#app/i18n/translate.ts'

/** From when to when, in words; an end or a start that the source does not give is said to be missing. */
export function periodInWords(
	{ startsOn, endsOn }: Dated,
	{ say, format }: { say: Say; format: Format },
): string {
	if (startsOn !== null && endsOn !== null) {
		return say('period.both', { from: format.day(startsOn), until: format.day(endsOn) })
	}
	if (startsOn !== null) return say('period.from', { from: format.day(startsOn) })
	return endsOn === null ? say('missing.text') : say('period.until', { until: format.day(endsOn) })
}
