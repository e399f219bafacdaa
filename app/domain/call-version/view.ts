import {
	CallFields,
	CallCriteria,
	CallNotes,
	CallStages,
	LettersAsked,
	MonthsAsked,
} from '#app/domain/application-call/schema.ts'
import type { CallStanding } from '#app/domain/application-call/rules.ts'
import type { CallRow, CallView, FieldSetView } from '#app/domain/application-call/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CallPart, CallSaying } from '#app/domain/call-change/rules.ts'
import { dayAsTyped } from '#app/domain/typed-day.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type {
	ApplicationCallPublication,
	ApplicationCallVersion,
	ApplicationFieldSet,
} from '#prisma/generated/client.ts'
import { callIdOf, fieldSetIdOf, letterField } from './rules.ts'
import type { CallAnswer, CallVersionContent } from './schema.ts'

/** A version of a call with the fields that its form asks. */
export type CallText = { readonly version: ApplicationCallVersion; readonly fieldSet: ApplicationFieldSet }

/** What the log seals of a version of a call: all that is stored of it. */
export function callVersionContent(
	row: ApplicationCallPublication,
	{ version: said, fieldSet }: CallText,
): CallVersionContent {
	const { year, nameEn, nameId, opensOn, closesOn, extendedTo, timeZone, fullApplicationUntil } = said
	return {
		kind: 'application-call.published',
		...{ recordId: row.recordId, version: row.version, publishedOn: row.publishedOn },
		actorOrganization: row.actorOrganizationId,
		...{ year, nameEn, nameId, opensOn, closesOn, extendedTo, timeZone, fullApplicationUntil },
		resultsOn: said.resultsOn,
		fieldSet: {
			id: fieldSet.id,
			fields: CallFields.parse(fieldSet.fields),
			...{ noteEn: fieldSet.noteEn, noteId: fieldSet.noteId, source: fieldSet.source },
		},
		monthsLeft: said.monthsLeft === null ? null : MonthsAsked.parse(said.monthsLeft),
		letters: LettersAsked.parse(said.letters),
		criteria: CallCriteria.parse(said.criteria),
		stages: CallStages.parse(said.stages),
		notes: CallNotes.parse(said.notes),
		...{ source: said.source, sourceUrl: said.sourceUrl },
		...{ reasonEn: row.reasonEn, reasonId: row.reasonId },
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}

/** The call and the number of the version that an answer writes; null where it names neither. */
export function placeOf({ code, after }: CallAnswer, callId: string | null) {
	if (callId !== null) return after === null ? null : { callId, version: after + 1 }
	return code === null ? null : { callId: callIdOf(code), version: 1 }
}

type Place = { readonly callId: string; readonly version: number }

/** The rows of a version; `chosen` is the set of fields that it takes over, null where it brings its own. */
export function callTextFrom(answer: CallAnswer, place: Place, chosen: ApplicationFieldSet | null): CallText {
	const fieldSet = chosen ?? { id: fieldSetIdOf(place.callId, place.version), ...answer.fieldSet }
	return { version: { ...place, ...answer.call, fieldSetId: fieldSet.id }, fieldSet }
}

type By = {
	readonly hostId: string
	readonly personId: string
	readonly at: Date
	readonly salt: Uint8Array<ArrayBuffer>
	readonly privateSalt: Uint8Array<ArrayBuffer>
}

/** The row of the act. */
export function callPublicationRow(place: Place, { reason }: CallAnswer, by: By): ApplicationCallPublication {
	return {
		...{ recordId: place.callId, version: place.version },
		...{ reasonEn: reason?.reasonEn ?? null, reasonId: reason?.reasonId ?? null },
		...{ actorOrganizationId: by.hostId, submittedById: by.personId },
		...{ publishedOn: utcDay(by.at), publishedAt: by.at, salt: by.salt, privateSalt: by.privateSalt },
	}
}

/** A version that was written, beside what it would take the place of. */
export type CallVersionPreview = {
	readonly after: CallSaying
	readonly standing: CallStanding
	/** Null for a new call. */
	readonly before: (CallSaying & { readonly standing: CallStanding }) | null
	readonly changed: readonly CallPart[]
	readonly reason: Bilingual | null
	/** Applications in this call: all of them, and those that are still being written. */
	readonly applications: { readonly all: number; readonly written: number }
}

/** The form of a version: what it starts from, and the sets of fields to choose from. */
export type CallBase = {
	/** Null for a new call. */
	readonly call: CallView | null
	/** Of the call that is corrected or, for a new one, of the newest call. */
	readonly fieldSet: FieldSetView | null
	readonly fieldSets: readonly FieldSetView[]
	/** What stands in the form before anybody types. */
	readonly typed: Readonly<Record<string, string>>
}

/** What is the same in two versions of a call, whoever published them. */
export function markOfCall({ version, fieldSet }: CallText, reason: Bilingual): string {
	const { monthsLeft, letters, criteria, stages, notes, ...plain } = version
	return JSON.stringify([
		...Object.entries(plain).sort(([a], [b]) => (a < b ? -1 : 1)),
		monthsLeft === null ? null : MonthsAsked.parse(monthsLeft),
		...[LettersAsked.parse(letters), CallCriteria.parse(criteria)],
		...[CallStages.parse(stages), CallNotes.parse(notes), CallFields.parse(fieldSet.fields)],
		...[fieldSet.id, fieldSet.noteEn, fieldSet.noteId, fieldSet.source, reason.en, reason.id],
	])
}

/** A version as it is shown before it is stored. */
export function rowOf({ version }: CallText, isDemonstration: boolean): CallRow {
	return { ...version, isDemonstration }
}

/** What stands in the form before anybody types: the version that another one follows, as it is typed. */
export function asTyped({
	call,
	fieldSet,
	fieldSets,
}: Omit<CallBase, 'typed'>): Readonly<Record<string, string>> {
	if (call === null) return { fieldSetId: fieldSets[0]?.id ?? '' }
	const { monthsLeft: months } = call
	const line = (...parts: readonly (string | number | null)[]) =>
		parts
			.map((part) => String(part ?? ''))
			.join(' | ')
			.replace(/( \| ?)+$/, '')
	return {
		...{ after: String(call.version), year: String(call.year) },
		...{ nameId: call.name.id ?? '', nameEn: call.name.en ?? '' },
		...{ opensOn: dayAsTyped(call.opensOn) ?? '', closesOn: dayAsTyped(call.closesOn) ?? '' },
		...{ extendedTo: dayAsTyped(call.extendedTo) ?? '', timeZone: call.timeZone ?? '' },
		...{ fullApplicationUntil: dayAsTyped(call.fullApplicationUntil) ?? '', resultsOn: call.resultsOn ?? '' },
		...{ monthsLeast: String(months?.least ?? ''), monthsBest: String(months?.best ?? '') },
		monthsAre: months === null ? '' : months.isRequired ? 'REQUIRED' : 'HOPED',
		...Object.fromEntries(call.letters.map(({ kind, by, least }) => [letterField(kind, by), String(least)])),
		criteria: call.criteria.map(({ en, id }) => line(id, en)).join('\n'),
		stages: call.stages.map(({ text, untilOn }) => line(text.id, text.en, untilOn)).join('\n'),
		notes: call.notes.map(({ text, source }) => line(text.id, text.en, source)).join('\n'),
		...{ source: call.source, sourceUrl: call.sourceUrl ?? '', fieldSetId: call.fieldSetId },
		fields: (fieldSet?.fields ?? [])
			.map(({ title, help, maxCharacters }) => line(title.id, title.en, maxCharacters, help.id, help.en))
			.join('\n'),
		fieldsNoteId: fieldSet?.note.id ?? '',
		fieldsNoteEn: fieldSet?.note.en ?? '',
		fieldsSource: fieldSet?.source ?? '',
	}
}
