import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { given } from '#app/domain/given.ts'
import type { PairStates, Translation } from '#app/domain/text-state/rules.ts'
import { statesAfter, textMark, translationOf } from '#app/domain/text-state/rules.ts'
import { TextStates, textStatesOf } from '#app/domain/text-state/schema.ts'
import type { FurtherAnswers } from './rules.ts'

type FurtherRow = {
	readonly nextStepEn: string | null
	readonly nextStepId: string | null
	readonly startedOn: string | null
	readonly finishedOn: string | null
	readonly expectedOn: string | null
	readonly textStates: unknown
}

/** What a published claim says further; each member is there only where it was said. */
export type FurtherView = {
	readonly nextStep?: Bilingual
	readonly startedOn?: CalendarDay
	readonly finishedOn?: CalendarDay
	readonly expectedOn?: CalendarDay
	readonly textStates?: TextStates
}

/** The further answers that a row holds. */
export function furtherAnswers(row: FurtherRow): FurtherAnswers {
	return {
		nextStep: { en: row.nextStepEn, id: row.nextStepId },
		startedOn: row.startedOn,
		finishedOn: row.finishedOn,
		expectedOn: row.expectedOn,
		textStates: TextStates.parse(row.textStates),
	}
}

/** The same in public, without what was not said, so that older claims stay as they were. */
export function furtherView(row: FurtherRow): FurtherView {
	const { nextStepEn, nextStepId, startedOn, finishedOn, expectedOn } = row
	const hasNextStep = nextStepEn !== null || nextStepId !== null
	return {
		...(hasNextStep ? { nextStep: { en: nextStepEn, id: nextStepId } } : {}),
		...given({ startedOn, finishedOn, expectedOn }),
		...textStatesOf(row),
	}
}

/** What a published claim says further, and nothing else of it. */
export function saidFurther({
	nextStep,
	startedOn,
	finishedOn,
	expectedOn,
	textStates,
}: FurtherView): FurtherView {
	return {
		...(nextStep ? { nextStep } : {}),
		...(startedOn ? { startedOn } : {}),
		...(finishedOn ? { finishedOn } : {}),
		...(expectedOn ? { expectedOn } : {}),
		...(textStates ? { textStates } : {}),
	}
}

/** The texts of a report that exist in two languages. */
export const REPORT_TEXTS = ['done', 'nextStep'] as const
export type ReportText = (typeof REPORT_TEXTS)[number]

/** The states of one text of a report. */
export function pairStatesOf(states: TextStates, text: ReportText): PairStates {
	return { en: states[`${text}En`] ?? null, id: states[`${text}Id`] ?? null }
}

/** What the person said of the second language when the report was last saved. */
export function translationIn(states: TextStates): Translation | null {
	return translationOf(pairStatesOf(states, 'done')) ?? translationOf(pairStatesOf(states, 'nextStep'))
}

type Texts = { readonly [T in ReportText]: Bilingual }

/** The texts of a report as its form is opened, for the form to send back: four marks with dots between them. */
export function openedMark(texts: Texts): string {
	return REPORT_TEXTS.flatMap((text) => [textMark(texts[text].en), textMark(texts[text].id)]).join('.')
}

type SavedTexts = {
	/** What the form sends back of how it was opened; absent where it says nothing. */
	readonly opened: string | undefined
	readonly before: Texts & { readonly textStates: TextStates }
	readonly after: Texts
	readonly translation: Translation | null
}

/** The states of a report's texts after they were saved. */
export function savedStates({ opened, before, after, translation }: SavedTexts): TextStates {
	const marks = (opened ?? openedMark(before)).split('.')
	const states: TextStates = {}
	for (const [at, text] of REPORT_TEXTS.entries()) {
		const { en, id } = statesAfter({
			opened: { en: marks[at * 2] ?? '', id: marks[at * 2 + 1] ?? '' },
			after: after[text],
			states: pairStatesOf(before.textStates, text),
			translation,
		})
		if (en !== null) states[`${text}En`] = en
		if (id !== null) states[`${text}Id`] = id
	}
	return states
}
