import type { CodingPlace } from '#app/domain/irm-coding/commands.server.ts'
import { ENTERED_INDICATORS } from '#app/domain/irm-coding/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { idFrom } from './id-from.ts'

type Parts = Readonly<Record<string, string | undefined>>

/** The part of an address that stands for a plan as a whole. */
const WHOLE = 'whole-plan'

/** What a coding's address is about: a commitment, or the whole plan. */
export function codingSubjectFrom(params: Parts): Pick<CodingPlace, 'planId' | 'commitmentId'> {
	const subject = idFrom(params.subject)
	return { planId: idFrom(params.planId), commitmentId: subject === WHOLE ? null : subject }
}

/** What a coding is entered about, with its indicator: a plan as a whole has figures, a commitment has values. */
export function codingPlaceFrom(params: Parts): CodingPlace {
	const subject = codingSubjectFrom(params)
	const asked = params.indicator
	if (subject.commitmentId === null) {
		if (asked !== 'plan-total') throw new Refusal('not_found')
		return { ...subject, indicator: 'PLAN_TOTAL' }
	}
	const indicator = ENTERED_INDICATORS.find((code) => code.toLowerCase().replaceAll('_', '-') === asked)
	if (!indicator) throw new Refusal('not_found')
	return { ...subject, indicator }
}
