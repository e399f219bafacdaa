import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import { partsChanged } from '#app/domain/call-change/rules.ts'
import type { CallPart, CallSaying } from '#app/domain/call-change/rules.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type {
	ApplicationCallPublication,
	ApplicationCallVersion,
	ApplicationFieldSet,
} from '#prisma/generated/client.ts'
import { lastDayOf } from './rules.ts'
import type { CallStanding } from './rules.ts'
import { CallCriteria, CallFields, CallNotes, CallStages, LettersAsked, MonthsAsked } from './schema.ts'

/** A field of a form as people read it. */
export type FieldView = {
	readonly code: string
	readonly title: Bilingual
	readonly help: Bilingual
	/** Unit: Unicode code points; null where the source gives no limit. */
	readonly maxCharacters: number | null
	readonly warnsFrom: number | null
}

/** A set of fields with what it rests on. */
export type FieldSetView = {
	readonly id: string
	readonly fields: readonly FieldView[]
	readonly note: Bilingual
	readonly source: string
}

/** A version of a call as it is stored, with what stays the same in all of them. */
export type CallRow = ApplicationCallVersion & { readonly isDemonstration: boolean }

/** A call as everyone sees it; null is what its source does not give. */
export type CallView = {
	readonly id: string
	readonly version: number
	readonly year: number
	readonly name: Bilingual
	readonly fieldSetId: string
	readonly opensOn: CalendarDay | null
	readonly closesOn: CalendarDay | null
	readonly extendedTo: CalendarDay | null
	readonly lastDay: CalendarDay | null
	readonly timeZone: string | null
	readonly fullApplicationUntil: CalendarDay | null
	/** Whether those on the shortlist are asked for more. */
	readonly hasFullApplication: boolean
	readonly resultsOn: PartialDay | null
	readonly monthsLeft: MonthsAsked | null
	readonly letters: LettersAsked
	readonly criteria: readonly Bilingual[]
	readonly stages: readonly { readonly text: Bilingual; readonly untilOn: PartialDay | null }[]
	readonly notes: readonly { readonly text: Bilingual; readonly source: string }[]
	readonly source: string
	readonly sourceUrl: string | null
	readonly isDemonstration: boolean
}

/** A call as it stands, for lists. */
export type ListedCall = { readonly call: CallView; readonly standing: CallStanding }

/** An application that was published, in its newest version. */
export type PublishedApplication = {
	readonly recordId: string
	readonly member: MemberView
	readonly state: string
	readonly onDay: CalendarDay
}

/** A version of a call: what it says otherwise than the one before it, and the act that published it. */
export type CallVersionView = {
	readonly version: number
	/** Null: it came with the product. */
	readonly publishedOn: CalendarDay | null
	/** Null for a first version. */
	readonly reason: Bilingual | null
	readonly said: CallSaying
	/** Against the version before it. */
	readonly changed: readonly CallPart[]
}

/** A call with what its form asks and who applied here in public. */
export type CallPage = ListedCall & {
	readonly fieldSet: FieldSetView
	/** Its versions, the newest first. */
	readonly versions: readonly CallVersionView[]
	readonly applications: readonly PublishedApplication[]
}

export function callView(row: CallRow): CallView {
	const letters = LettersAsked.parse(row.letters)
	const {
		callId: id,
		version,
		year,
		fieldSetId,
		opensOn,
		closesOn,
		extendedTo,
		timeZone,
		fullApplicationUntil,
	} = row
	return {
		...{ id, version, year, fieldSetId, opensOn, closesOn, extendedTo, timeZone, fullApplicationUntil },
		name: { en: row.nameEn, id: row.nameId },
		lastDay: lastDayOf(row),
		hasFullApplication: fullApplicationUntil !== null || letters.some(({ by }) => by === 'FULL_APPLICATION'),
		resultsOn: row.resultsOn,
		monthsLeft: row.monthsLeft === null ? null : MonthsAsked.parse(row.monthsLeft),
		letters,
		criteria: CallCriteria.parse(row.criteria).map(bilingual),
		stages: CallStages.parse(row.stages).map(({ untilOn, ...text }) => ({ text: bilingual(text), untilOn })),
		notes: CallNotes.parse(row.notes).map(({ source, ...text }) => ({ text, source })),
		source: row.source,
		sourceUrl: row.sourceUrl,
		isDemonstration: row.isDemonstration,
	}
}

export function fieldSetView(row: ApplicationFieldSet): FieldSetView {
	return {
		id: row.id,
		fields: CallFields.parse(row.fields).map(({ code, maxCharacters, warnsFrom, ...words }) => ({
			...{ code, maxCharacters, warnsFrom },
			title: { en: words.titleEn, id: words.titleId },
			help: { en: words.helpEn, id: words.helpId },
		})),
		note: { en: row.noteEn, id: row.noteId },
		source: row.source,
	}
}

/** The newest version of a call, as it is read with its versions in falling order; null where it has none. */
export function newestOf(call: {
	readonly isDemonstration: boolean
	readonly versions: readonly ApplicationCallVersion[]
}): CallRow | null {
	const [newest] = call.versions
	return newest ? { ...newest, isDemonstration: call.isDemonstration } : null
}

/** The versions of a call, the newest first as its rows are, each with what it changed. */
export function callVersions(
	rows: readonly CallRow[],
	{ fieldSets, publications }: Beside,
): readonly CallVersionView[] {
	const said = rows.flatMap((row) => {
		const set = fieldSets.find(({ id }) => id === row.fieldSetId)
		return set ? [{ call: callView(row), fieldSet: fieldSetView(set) }] : []
	})
	return said.map((one, at) => {
		const before = said[at + 1]
		const act = publications.find(({ version }) => version === one.call.version)
		return {
			version: one.call.version,
			publishedOn: act?.publishedOn ?? null,
			reason: act?.reasonId ? { en: act.reasonEn, id: act.reasonId } : null,
			said: one,
			changed: before ? partsChanged(before, one) : [],
		}
	})
}

type Beside = {
	readonly fieldSets: readonly ApplicationFieldSet[]
	readonly publications: readonly ApplicationCallPublication[]
}

function bilingual({ textEn, textId }: { textEn: string; textId: string }): Bilingual {
	return { en: textEn, id: textId }
}

/** What the act of a version says of it. */
type PublishedCall = Omit<CallRow, 'callId' | 'fieldSetId' | 'isDemonstration'> & {
	readonly recordId: string
	readonly fieldSet: ApplicationFieldSet
}

/** A version of a call as its act says it. */
export function callPublished({ fieldSet, recordId, ...said }: PublishedCall): CallSaying {
	const row = { ...said, callId: recordId, fieldSetId: fieldSet.id, isDemonstration: false }
	return { call: callView(row), fieldSet: fieldSetView(fieldSet) }
}
