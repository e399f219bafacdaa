import { z } from 'zod'
import { isPartialDay } from '#app/domain/calendar.ts'
import { isWebAddress, tidied, typedText } from '#app/domain/evidence/schema.ts'
import { PLAN_TOTALS, FIRST_YEAR, SCALES } from './rules.ts'
import type { EnteredIndicator } from './rules.ts'

/** Longest name of a review or place in it. Unit: Unicode code points. Source: our own. */
export const PRODUCT_MAX_CHARACTERS = 200

/** Largest figure for a whole plan. Source: our own; no plan has had more commitments. */
const FIGURE_MAX = 10_000

/** What a coding may be about: an indicator with a scale, or a figure for the whole plan. */
export type CodingSubject = EnteredIndicator | 'PLAN_TOTAL'

const codedOn = z
	.string({ error: 'irm-coding.on.required' })
	.overwrite(tidied)
	.refine((text) => text !== '', { error: 'irm-coding.on.required', abort: true })
	.refine(isPartialDay, { error: 'irm-coding.on.unreadable', abort: true })
	.refine((day) => Number(day.slice(0, 4)) >= FIRST_YEAR, { error: 'irm-coding.on.too-early' })

const product = z
	.string({ error: 'irm-coding.product.required' })
	.pipe(typedText(PRODUCT_MAX_CHARACTERS))
	.refine((text) => text !== '', { error: 'irm-coding.product.required' })

const sourceUrl = z
	.string({ error: 'irm-coding.source.required' })
	.overwrite(tidied)
	.refine((text) => text !== '', { error: 'irm-coding.source.required', abort: true })
	.refine((text) => text.length <= 2_000 && isWebAddress(text), { error: 'irm-coding.source.unreadable' })

const shared = {
	product,
	codedOn,
	sourceUrl,
	locator: typedText(PRODUCT_MAX_CHARACTERS).optional(),
	/** The coding that is corrected; absent for a new one. */
	corrects: z.string().max(128).optional(),
	/** The version of it that the person saw; 0 for a new one. */
	version: z.int({ error: 'form.version' }).min(0, { error: 'form.version' }),
}

const figure = z
	.string({ error: 'irm-coding.figure.required' })
	.overwrite(tidied)
	.refine((text) => /^\d+$/.test(text) && Number(text) <= FIGURE_MAX, { error: 'irm-coding.figure.required' })

/** What is typed of a coding. Only values of the indicator's own scale are taken; a figure for a plan has a number. */
export function codingAnswer(indicator: CodingSubject) {
	if (indicator === 'PLAN_TOTAL') {
		const value = z.enum(PLAN_TOTALS, { error: 'irm-coding.total.required' })
		return z.strictObject({ value, figure, ...shared })
	}
	const value = z.enum(SCALES[indicator], { error: 'irm-coding.value.required' })
	return z.strictObject({ value, figure: z.undefined().optional(), ...shared })
}
export type CodingAnswer = z.infer<ReturnType<typeof codingAnswer>>
