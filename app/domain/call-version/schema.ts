import { z } from 'zod'
import { head, sealed, text } from '#app/domain/act-content/schema.ts'
import {
	CallCriteria,
	CallFields,
	CallNotes,
	CallStages,
	LettersAsked,
	MonthsAsked,
} from '#app/domain/application-call/schema.ts'
import type { CallField } from '#app/domain/application-call/schema.ts'
import { isCalendarDay, isPartialDay } from '#app/domain/calendar.ts'
import { URL_MAX_CHARACTERS } from '#app/domain/evidence/rules.ts'
import { isWebAddress, typedText } from '#app/domain/evidence/schema.ts'
import {
	LINES_MAX,
	LONG_TEXT_MAX_CHARACTERS,
	SHORT_TEXT_MAX_CHARACTERS,
	optionalDay,
	partialDay,
	shortText,
} from '#app/domain/typed-values.ts'
import {
	CALL_CODE_MAX_CHARACTERS,
	DAY_FIELDS,
	FIELDS_MAX,
	FIELD_LIMIT_MAX,
	FIRST_CALL_YEAR,
	LETTER_FIELDS,
	NEW_FIELD_SET,
	YEARS_AHEAD,
	dayFaults,
	isZoneOrNothing,
	linesIn,
	partsOf,
	warningFrom,
} from './rules.ts'

/** What the act of publishing a version of a call says in public: all of it, and what its form asks. */
export const CallVersionContent = z.strictObject({
	kind: z.literal('application-call.published'),
	...head,
	year: z.int(),
	nameEn: z.string(),
	nameId: z.string(),
	fieldSet: z.strictObject({
		id: z.string(),
		fields: CallFields,
		noteEn: z.string(),
		noteId: z.string(),
		source: z.string(),
	}),
	opensOn: text,
	closesOn: text,
	extendedTo: text,
	timeZone: text,
	fullApplicationUntil: text,
	resultsOn: text,
	monthsLeft: MonthsAsked.nullable(),
	letters: LettersAsked,
	criteria: CallCriteria,
	stages: CallStages,
	notes: CallNotes,
	source: z.string(),
	sourceUrl: text,
	reasonEn: text,
	reasonId: text,
	...sealed,
})
export type CallVersionContent = z.infer<typeof CallVersionContent>

const PART = typedText(SHORT_TEXT_MAX_CHARACTERS).refine((part) => part !== '')
const LIMIT = z
	.string()
	.regex(/^\d{0,5}$/)
	.refine((part) => part === '' || (Number(part) >= 1 && Number(part) <= FIELD_LIMIT_MAX))
const HELP = typedText(SHORT_TEXT_MAX_CHARACTERS).default('')

/** A line of a list: what it says, or nothing where it cannot be read. */
type LineReader<Said> = {
	readonly safeParse: (parts: readonly string[]) => { readonly data?: Said | undefined }
}

const Pair = z.tuple([PART, PART]).transform(([textId, textEn]) => ({ textId, textEn }))
const Stage = z
	.tuple([PART, PART], z.string())
	.refine((parts) => parts.length <= 3)
	.transform(([textId, textEn, day = ''], ctx) => {
		const read = day === '' ? { success: true as const, data: null } : partialDay().safeParse(day)
		if (!read.success) ctx.addIssue({ code: 'custom', message: 'day.unreadable' })
		return { textId, textEn, untilOn: read.data ?? null }
	})
const Note = z.tuple([PART, PART, PART]).transform(([id, en, source]) => ({ id, en, source }))
const Field = z
	.tuple([PART, PART], z.string())
	.refine((parts) => parts.length <= 5)
	.transform(([titleId, titleEn, limit = '', helpId = '', helpEn = ''], ctx) => {
		const help = [HELP.safeParse(helpId), HELP.safeParse(helpEn)]
		const isWhole = (helpId === '') === (helpEn === '')
		if (!LIMIT.safeParse(limit).success || !isWhole || help.some(({ success }) => !success))
			ctx.addIssue({ code: 'custom', message: 'field.text' })
		const maxCharacters = limit === '' ? null : Number(limit)
		return {
			...{ titleEn, titleId, helpEn: helpEn || null, helpId: helpId || null, maxCharacters },
			warnsFrom: maxCharacters === null ? null : warningFrom(maxCharacters),
		}
	})

/** A text of which every line can be read; it stays as it was typed, so that it can be shown and sent again. */
function lineText<Said>(reader: LineReader<Said>, error: string) {
	return typedText(LONG_TEXT_MAX_CHARACTERS)
		.default('')
		.refine((typed) => linesIn(typed).length <= LINES_MAX, { error: 'field.too-many-lines', abort: true })
		.refine((typed) => linesIn(typed).every((line) => reader.safeParse(partsOf(line)).data !== undefined), {
			error,
		})
}

function saidIn<Said>(reader: LineReader<Said>, typed: string): Said[] {
	return linesIn(typed).flatMap((line) => reader.safeParse(partsOf(line)).data ?? [])
}

/** A whole number in a range as it was typed, or nothing. */
function numberText(most: number) {
	return z
		.string({ error: 'field.count' })
		.default('')
		.overwrite((typed) => typed.trim())
		.refine((typed) => typed === '' || (/^\d{1,4}$/.test(typed) && Number(typed) <= most), {
			error: 'field.count',
		})
}

const optionalWords = typedText(LONG_TEXT_MAX_CHARACTERS).default('')
const optionalShort = typedText(SHORT_TEXT_MAX_CHARACTERS).default('')

const code = z
	.string({ error: 'call-version.code.required' })
	.overwrite((typed) => typed.trim().toLowerCase())
	.refine((typed) => typed !== '', { error: 'call-version.code.required', abort: true })
	.max(CALL_CODE_MAX_CHARACTERS, { error: 'call-version.code.unreadable' })
	.regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'call-version.code.unreadable' })

const about = {
	nameId: shortText('call-version.name.required'),
	nameEn: shortText('call-version.name.required'),
	opensOn: optionalDay,
	closesOn: optionalDay,
	extendedTo: optionalDay,
	timeZone: optionalShort.refine(isZoneOrNothing, { error: 'call-version.time-zone.unknown' }),
	fullApplicationUntil: optionalDay,
	resultsOn: partialDay().optional(),
	monthsLeast: numberText(240),
	monthsBest: numberText(240),
	monthsAre: z.enum(['REQUIRED', 'HOPED'], { error: 'field.choose' }).optional(),
	criteria: lineText(Pair, 'call-version.criteria.line'),
	stages: lineText(Stage, 'call-version.stages.line'),
	notes: lineText(Note, 'call-version.notes.line'),
	source: shortText('call-version.source.required'),
	sourceUrl: typedText(URL_MAX_CHARACTERS)
		.default('')
		.refine((typed) => typed === '' || isWebAddress(typed), { error: 'evidence.url.web' }),
	fieldSetId: z.string({ error: 'field.choose' }),
	fields: lineText(Field, 'call-version.fields.line'),
	fieldsNoteId: optionalWords,
	fieldsNoteEn: optionalWords,
	fieldsSource: optionalShort,
}

const LETTERS_MOST = 20
const letters = Object.fromEntries(LETTER_FIELDS.map(({ name }) => [name, numberText(LETTERS_MOST)]))

/** What the form is made for: this year, the sets of fields there are, and whether a call is being corrected. */
export type CallFormFacts = {
	readonly thisYear: number
	readonly fieldSetIds: readonly string[]
	readonly isNew: boolean
}

/** What is typed of a version of a call, each fault at its field; lists stay as they were typed. */
export function callForm({ thisYear, fieldSetIds, isNew }: CallFormFacts) {
	const year = z
		.string({ error: 'call-version.year.unreadable' })
		.overwrite((typed) => typed.trim())
		.refine((typed) => /^\d{4}$/.test(typed), { error: 'call-version.year.unreadable', abort: true })
		.refine((typed) => Number(typed) >= FIRST_CALL_YEAR && Number(typed) <= thisYear + YEARS_AHEAD, {
			error: 'call-version.year.outside',
		})
	const why = shortText('call-version.reason.required')
	const own = isNew ? { code } : { after: z.string().regex(/^\d{1,6}$/), reasonId: why, reasonEn: why }
	const known = [...fieldSetIds, NEW_FIELD_SET]
	return z
		.strictObject({ ...own, ...about, ...letters, year })
		.superRefine((typed: Readonly<Record<string, unknown>>, ctx) => {
			const said = (name: string) => {
				const value = typed[name]
				return typeof value === 'string' ? value : ''
			}
			const faults = [
				...dayFaults(daysIn(said), yearIn(said)),
				...monthFaults(said),
				...fieldFaults(said, known),
			]
			for (const { path, message } of faults) ctx.addIssue({ code: 'custom', path: [path], message })
		})
}

type Fault = { readonly path: string; readonly message: string }
/** What was typed into a field, right or wrong: what is wrong between fields is told beside what is wrong in them. */
type Said = (name: string) => string

function daysIn(said: Said) {
	const dayIn = (name: string) => (isCalendarDay(said(name)) ? said(name) : undefined)
	const resultsOn = isPartialDay(said('resultsOn')) ? said('resultsOn') : undefined
	return { ...Object.fromEntries(DAY_FIELDS.map((name) => [name, dayIn(name)])), resultsOn }
}

function yearIn(said: Said): number | null {
	return /^\d{4}$/.test(said('year')) ? Number(said('year')) : null
}

function monthFaults(said: Said): readonly Fault[] {
	const [least, best, are] = [said('monthsLeast'), said('monthsBest'), said('monthsAre')]
	const path = 'monthsBest'
	if (best !== '' && (least === '' || Number(best) < Number(least)))
		return [{ path, message: 'call-version.months.order' }]
	if (best !== '' && are === 'REQUIRED') return [{ path, message: 'call-version.months.minimum' }]
	return least !== '' && are === '' ? [{ path: 'monthsAre', message: 'field.choose' }] : []
}

/** A set of fields that is new has fields, and says on what it rests. */
function fieldFaults(said: Said, known: readonly string[]): readonly Fault[] {
	const [chosen, source] = [said('fieldSetId'), said('fieldsSource')]
	if (chosen === '') return []
	if (!known.includes(chosen)) return [{ path: 'fieldSetId', message: 'field.choose' }]
	if (chosen !== NEW_FIELD_SET) return []
	const count = linesIn(said('fields')).length
	return [
		...(count === 0 ? [{ path: 'fields', message: 'call-version.fields.required' }] : []),
		...(count > FIELDS_MAX ? [{ path: 'fields', message: 'call-version.fields.many' }] : []),
		...(source === '' ? [{ path: 'fieldsSource', message: 'call-version.fields-source.required' }] : []),
	]
}

const About = z.object({ ...about, year: z.string() })
const Own = z.object({ code: z.string().optional(), after: z.string().optional() })
const Why = z.object({ reasonId: z.string(), reasonEn: z.string() })

/** What a form says that was checked: numbers as numbers, lists as lists. */
export function callAnswerFrom(typed: Readonly<Record<string, unknown>>) {
	const said = About.parse(typed)
	const { code: named, after } = Own.parse(typed)
	const counts = LETTER_FIELDS.map(({ name, kind, by }) => ({ kind, by, least: Number(typed[name] ?? 0) }))
	const { monthsLeast: least, monthsBest: best } = said
	return {
		code: named ?? null,
		after: after === undefined ? null : Number(after),
		reason: Why.safeParse(typed).data ?? null,
		call: {
			...{ year: Number(said.year), nameEn: said.nameEn, nameId: said.nameId },
			...{ opensOn: said.opensOn ?? null, closesOn: said.closesOn ?? null },
			...{ extendedTo: said.extendedTo ?? null, timeZone: said.timeZone || null },
			...{ fullApplicationUntil: said.fullApplicationUntil ?? null, resultsOn: said.resultsOn ?? null },
			monthsLeft:
				least === ''
					? null
					: {
							least: Number(least),
							best: best === '' ? null : Number(best),
							isRequired: said.monthsAre === 'REQUIRED',
						},
			letters: counts.filter((asked) => asked.least > 0),
			criteria: saidIn(Pair, said.criteria),
			stages: saidIn(Stage, said.stages),
			notes: saidIn(Note, said.notes),
			...{ source: said.source, sourceUrl: said.sourceUrl || null },
		},
		fieldSetId: said.fieldSetId === NEW_FIELD_SET ? null : said.fieldSetId,
		fieldSet: {
			fields: saidIn(Field, said.fields).map((field, at): CallField => ({
				code: `FIELD_${String(at + 1)}`,
				...field,
			})),
			...{ noteEn: said.fieldsNoteEn, noteId: said.fieldsNoteId, source: said.fieldsSource },
		},
	}
}
export type CallAnswer = ReturnType<typeof callAnswerFrom>
