import { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import {
	inEitherLanguage,
	oneOf,
	optionalCount,
	optionalLongText,
	optionalText,
	optionalUrl,
	partialDay,
	shortText,
	typedLines,
} from '#app/domain/typed-values.ts'
import { CONTRIBUTION_KINDS, CONTRIBUTION_ROLES, CONTRIBUTION_SCOPES } from './rules.ts'

/** One figure of an indicator series, typed as `year; indicator; value; unit`; the value stays as the source prints it. */
const IndicatorPoint = z.strictObject({
	year: z.string().regex(/^\d{4}$/),
	indicator: shortText(),
	value: z.string().regex(/^-?\d{1,12}([.,]\d{1,6})?$/),
	unit: z.string(),
})

function pointOf(line: string): z.input<typeof IndicatorPoint> | null {
	const [year = '', indicator = '', value = '', unit = ''] = line.split(';').map((part) => part.trim())
	return { year, indicator, value, unit }
}

/** A programme that others can learn from. */
export const GoodPracticeSaid = z
	.strictObject({
		titleId: optionalText,
		titleEn: optionalText,
		policyArea: optionalText,
		problemId: optionalLongText,
		problemEn: optionalLongText,
		doneId: optionalLongText,
		doneEn: optionalLongText,
		resultsId: optionalLongText,
		resultsEn: optionalLongText,
		points: typedLines(IndicatorPoint, pointOf, 'good-practice.points.line'),
		reuseId: optionalLongText,
		reuseEn: optionalLongText,
		contactOffice: optionalText,
		url: optionalUrl,
		/** Members that say they use it, one id a line. */
		usedBy: typedLines(shortText(), (line) => line, 'good-practice.used-by.line'),
	})
	.superRefine(inEitherLanguage('title', 'done'))
export type GoodPracticeSaid = z.output<typeof GoodPracticeSaid>

/** Something given to or taken from others: an event, help, material. */
export function contributionSaid(today: CalendarDay) {
	return z
		.strictObject({
			titleId: optionalText,
			titleEn: optionalText,
			contributionKind: oneOf(CONTRIBUTION_KINDS),
			role: oneOf(CONTRIBUTION_ROLES),
			scope: oneOf(CONTRIBUTION_SCOPES),
			heldOn: partialDay().refine((day) => day <= today, { error: 'contribution.held-on.future' }),
			/** Members and others on the other side, one a line. */
			counterparts: typedLines(shortText(), (line) => line, 'contribution.counterparts.line'),
			isOutsideJurisdiction: oneOf(['YES', 'NO', 'UNKNOWN']),
			events: optionalCount,
			participants: optionalCount,
			summaryId: optionalLongText,
			summaryEn: optionalLongText,
			url: optionalUrl,
		})
		.superRefine(inEitherLanguage('title'))
}
export type ContributionSaid = z.output<ReturnType<typeof contributionSaid>>
