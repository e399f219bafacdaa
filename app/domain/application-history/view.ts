import { doneBy, doneWhen, fieldsOf } from '#app/domain/application/view.ts'
import type {
	ApplicationRows,
	ApplicationSurroundings,
	DoneBy,
	DoneWhen,
} from '#app/domain/application/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'

/** Something that somebody did to an application. */
export type ApplicationEvent = DoneBy &
	DoneWhen &
	(
		| {
				readonly kind: 'TEXT'
				readonly field: string
				readonly title: Bilingual
				readonly version: number
				readonly text: string
				/** What stood there before; null for the first version. */
				readonly before: string | null
		  }
		| {
				readonly kind: 'CONFIRMATION'
				readonly field: string
				readonly title: Bilingual
				readonly version: number
				readonly side: string
		  }
		| {
				readonly kind: 'LETTER' | 'LETTER_REMOVED'
				readonly letterKind: string
				readonly signedBy: string
				readonly url: string
		  }
		| { readonly kind: 'STEP'; readonly state: string; readonly onDay: string }
		| {
				readonly kind: 'CORRECTION'
				readonly state: string
				readonly onDay: string
				readonly reason: string
		  }
	)

type Names = Pick<ApplicationSurroundings, 'organizations' | 'moment'>

/** An event with the instant by which it is put in order. */
type Timed = { readonly at: Date; readonly event: ApplicationEvent }

/** Who changed what in an application and when, the newest first. */
export function historyOf(rows: ApplicationRows, names: Names): readonly ApplicationEvent[] {
	const title = (field: string) =>
		fieldsOf(rows).find(({ code }) => code === field)?.title ?? { en: field, id: field }
	const events: readonly Timed[] = [
		...rows.texts.map((text) => textEvent(rows, text, { ...names, title })),
		...rows.confirmations.map((one) => confirmationEvent(one, { ...names, title })),
		...rows.letters.flatMap((letter) => letterEvents(letter, names)),
		...rows.steps.map((step) => stepEvent(step, names)),
	]
	return [...events].sort((a, b) => +b.at - +a.at).map(({ event }) => event)
}

type Titled = Names & { readonly title: (field: string) => Bilingual }

function textEvent(
	{ texts }: Pick<ApplicationRows, 'texts'>,
	written: ApplicationRows['texts'][number],
	{ title, ...names }: Titled,
): Timed {
	const { field, version, text, writtenAt } = written
	const before = texts.find((one) => one.field === field && one.version === version - 1)
	const said = {
		kind: 'TEXT' as const,
		field,
		title: title(field),
		version,
		text,
		before: before?.text ?? null,
	}
	return { at: writtenAt, event: { ...said, ...doneWhen(writtenAt, names), ...doneBy(written, names) } }
}

function confirmationEvent(
	one: ApplicationRows['confirmations'][number],
	{ title, ...names }: Titled,
): Timed {
	const { field, textVersion: version, side, confirmedAt } = one
	const said = { kind: 'CONFIRMATION' as const, field, title: title(field), version, side }
	return { at: confirmedAt, event: { ...said, ...doneWhen(confirmedAt, names), ...doneBy(one, names) } }
}

function stepEvent(step: ApplicationRows['steps'][number], names: Names): Timed {
	const { state, onDay, reason } = step
	const said =
		reason === null
			? { kind: 'STEP' as const, state, onDay }
			: { kind: 'CORRECTION' as const, state, onDay, reason }
	return { at: step.takenAt, event: { ...said, ...doneWhen(step.takenAt, names), ...doneBy(step, names) } }
}

function letterEvents(letter: ApplicationRows['letters'][number], names: Names): readonly Timed[] {
	const { kind, signedBy, url, addedAt, removedAt, removedBy, removedRole } = letter
	const said = { letterKind: kind, signedBy, url }
	const added = { kind: 'LETTER' as const, ...said, ...doneWhen(addedAt, names), ...doneBy(letter, names) }
	if (removedAt === null || removedBy === null) return [{ at: addedAt, event: added }]
	const remover = doneBy({ organizationId: removedBy, role: removedRole ?? letter.role }, names)
	const removed = { kind: 'LETTER_REMOVED' as const, ...said, ...doneWhen(removedAt, names), ...remover }
	return [
		{ at: addedAt, event: added },
		{ at: removedAt, event: removed },
	]
}
