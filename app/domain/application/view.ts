import type { CallStanding, LetterKind, Moment } from '#app/domain/application-call/rules.ts'
import { callStanding, dayOf, isFullApplicationOver } from '#app/domain/application-call/rules.ts'
import { callView, fieldSetView } from '#app/domain/application-call/view.ts'
import type { CallRow } from '#app/domain/application-call/view.ts'
import type { CallView, FieldView } from '#app/domain/application-call/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { clockTimeIn, dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type {
	Application,
	ApplicationConfirmation,
	ApplicationFieldSet,
	ApplicationLetter,
	ApplicationStep,
	ApplicationText,
} from '#prisma/generated/client.ts'
import {
	APPLICATION_LANGUAGES,
	APPLICATION_SIDES,
	APPLICATION_STATES,
	fieldState,
	isAgreed,
	isBeingWritten,
	missingLetters,
	monthsLeft,
	termVerdict,
} from './rules.ts'
import type {
	ApplicationLanguage,
	ApplicationSide,
	ApplicationState,
	FieldState,
	TermVerdict,
} from './rules.ts'

/** An application with all that belongs to it, as it is stored. */
export type ApplicationRows = Application & {
	readonly call: CallRow
	readonly texts: readonly ApplicationText[]
	readonly confirmations: readonly ApplicationConfirmation[]
	readonly letters: readonly ApplicationLetter[]
	readonly steps: readonly ApplicationStep[]
	readonly fieldSet: ApplicationFieldSet
}

/** Who did something: an organization, in a role. Which person it was stays with the rows. */
export type DoneBy = {
	readonly organizationId: string
	readonly organizationName: Bilingual
	readonly role: string
}

/** When something was done, as the clocks of the member showed it. */
export type DoneWhen = { readonly on: CalendarDay; readonly clock: string }

export type TextVersion = DoneBy & DoneWhen & { readonly version: number; readonly text: string }
export type ConfirmationView = DoneBy & DoneWhen & { readonly version: number }

/** A field with what is written in it, and who stands behind which version. */
export type ApplicationField = FieldView & {
	readonly newest: TextVersion | null
	readonly state: FieldState
	/** The newest confirmation of each side; void where its version is not the newest text's. */
	readonly confirmations: { readonly [S in ApplicationSide]: ConfirmationView | null }
}

export type LetterView = DoneBy & {
	readonly id: string
	readonly kind: string
	readonly url: string
	readonly signedBy: string
	readonly signedOn: CalendarDay | null
}

export type StepView = DoneBy & {
	readonly state: ApplicationState
	readonly onDay: CalendarDay
	readonly url: string | null
	readonly note: string | null
	/** Of a correction: the step that it corrects, and why. */
	readonly corrects: number | null
	readonly reason: string | null
	readonly position: number
}

/** The term of the member's administration on the day of the application. */
export type TermView = {
	readonly asOfOn: CalendarDay
	/** Null where no administration is recorded for the day. */
	readonly recordId: string | null
	readonly endsOn: PartialDay | null
	readonly monthsLeft: number | null
	readonly verdict: TermVerdict
}

/** An application as those who write it see it. */
export type ApplicationView = {
	readonly id: string
	readonly member: MemberView
	readonly call: CallView
	readonly fieldSetId: string
	readonly language: ApplicationLanguage
	readonly state: ApplicationState
	readonly standing: CallStanding
	readonly today: CalendarDay
	/** The side of the reader; null for nobody. */
	readonly side: ApplicationSide
	/** Whether texts may change and be confirmed. */
	readonly isWritable: boolean
	readonly takesLetters: boolean
	readonly fields: readonly ApplicationField[]
	readonly letters: readonly LetterView[]
	/** What the next step lacks, by kind. */
	readonly lettersMissing: readonly LetterKind[]
	readonly term: TermView
	/** In the order in which they were taken. */
	readonly steps: readonly StepView[]
	/** When anything in it was changed last. */
	readonly changed: DoneWhen
}

/** The calls of one member's desk, with what was begun for them. */
export type ApplicationDesk = {
	readonly member: MemberView
	readonly calls: readonly {
		readonly call: CallView
		readonly standing: CallStanding
		readonly begun: { readonly id: string; readonly state: ApplicationState } | null
	}[]
}

export type ApplicationSurroundings = {
	readonly member: MemberView
	readonly side: ApplicationSide
	readonly organizations: ReadonlyMap<string, Bilingual>
	/** Administrations, the newest first. */
	readonly administrations: readonly Administration[]
	readonly moment: Moment
}

export type Administration = {
	readonly recordId: string
	readonly onDay: CalendarDay
	readonly said: { readonly endsOn?: PartialDay | undefined }
}

/** The stage that an application is in. */
export function stateOf({ steps }: Pick<ApplicationRows, 'steps'>): ApplicationState {
	const newest = [...steps].sort((a, b) => a.position - b.position).at(-1)?.state
	return APPLICATION_STATES.find((state) => state === newest) ?? 'DRAFT'
}

/** The newest version of a field's text; null where nothing was written yet. */
export function newestText(rows: Pick<ApplicationRows, 'texts'>, field: string): ApplicationText | null {
	const own = rows.texts.filter((text) => text.field === field)
	return own.reduce<ApplicationText | null>(
		(best, one) => (best && best.version > one.version ? best : one),
		null,
	)
}

/** The fields that an application answers. */
export function fieldsOf({ fieldSet }: Pick<ApplicationRows, 'fieldSet'>): readonly FieldView[] {
	return fieldSetView(fieldSet).fields
}

/** Whether both sides stand behind the same version of every field. */
export function isWholeAgreed(rows: ApplicationRows): boolean {
	const standing = (code: string) => rows.confirmations.filter((one) => one.field === code)
	return isAgreed(fieldsOf(rows).map(({ code }) => fieldState(newestText(rows, code), standing(code))))
}

/** Letters that were not taken out again. */
export function lettersOf({ letters }: Pick<ApplicationRows, 'letters'>): readonly ApplicationLetter[] {
	return letters.filter(({ removedAt }) => removedAt === null).sort((a, b) => +a.addedAt - +b.addedAt)
}

/** Whether letters may be added or taken out: while the draft is open, and after a shortlist until its last day. */
export function takesLetters(rows: ApplicationRows, moment: Moment): boolean {
	const state = stateOf(rows)
	if (state === 'SHORTLISTED') return !isFullApplicationOver(rows.call, moment)
	return isBeingWritten(state) && callStanding(rows.call, moment) !== 'CLOSED'
}

/** The term on the day on which the application was sent or, before that, today. */
export function termOf(
	rows: Pick<ApplicationRows, 'steps' | 'call'>,
	administrations: readonly Administration[],
	moment: Moment,
): TermView {
	const sent = rows.steps.find(({ state }) => state === 'SUBMITTED')
	const asOfOn = sent?.onDay ?? dayOf({ timeZone: null }, moment)
	const found = administrations.find(({ onDay }) => onDay <= asOfOn)
	const endsOn = found?.said.endsOn ?? null
	const left = endsOn === null ? null : monthsLeft(asOfOn, endsOn)
	const asked = callView(rows.call).monthsLeft
	return {
		asOfOn,
		endsOn,
		recordId: found?.recordId ?? null,
		monthsLeft: left,
		verdict: termVerdict(left, asked),
	}
}

/** An application as those who write it see it. */
export function applicationView(rows: ApplicationRows, around: ApplicationSurroundings): ApplicationView {
	const { member, side, moment } = around
	const state = stateOf(rows)
	const call = callView(rows.call)
	const standing = callStanding(rows.call, moment)
	const letters = lettersOf(rows)
	const step = isBeingWritten(state) ? 'SUBMITTED' : 'FULL_APPLICATION'
	return {
		...{ id: rows.id, fieldSetId: rows.fieldSetId, member, call, state, standing, side },
		language: APPLICATION_LANGUAGES.find((one) => one === rows.language) ?? 'id',
		today: dayOf(rows.call, moment),
		isWritable: isBeingWritten(state) && standing !== 'CLOSED',
		takesLetters: takesLetters(rows, moment),
		fields: fieldsOf(rows).map((field) => fieldView(rows, field, around)),
		letters: letters.map((letter) => ({ ...letterFacts(letter), ...doneBy(letter, around) })),
		lettersMissing: missingLetters(letters, call.letters, step),
		term: termOf(rows, around.administrations, moment),
		steps: [...rows.steps]
			.sort((a, b) => a.position - b.position)
			.map((one) => ({ ...stepFacts(one), ...doneBy(one, around) })),
		changed: doneWhen(changedAt(rows), around),
	}
}

function fieldView(
	rows: ApplicationRows,
	field: FieldView,
	around: ApplicationSurroundings,
): ApplicationField {
	const newest = newestText(rows, field.code)
	const own = rows.confirmations.filter((one) => one.field === field.code)
	const newestBy = (side: ApplicationSide): ConfirmationView | null => {
		const [found] = own.filter((one) => one.side === side).sort((a, b) => b.textVersion - a.textVersion)
		if (!found) return null
		return { version: found.textVersion, ...doneWhen(found.confirmedAt, around), ...doneBy(found, around) }
	}
	const [government, society] = APPLICATION_SIDES
	return {
		...field,
		newest: newest && {
			...{ version: newest.version, text: newest.text },
			...doneWhen(newest.writtenAt, around),
			...doneBy(newest, around),
		},
		state: fieldState(newest, own),
		confirmations: { [government]: newestBy(government), [society]: newestBy(society) },
	}
}

function letterFacts({ id, kind, url, signedBy, signedOn }: ApplicationLetter) {
	return { id, kind, url, signedBy, signedOn }
}

function stepFacts({ state, onDay, url, note, position, corrects, reason }: ApplicationStep) {
	const known = APPLICATION_STATES.find((one) => one === state) ?? ('DRAFT' as const)
	return { state: known, onDay, url, note, position, corrects, reason }
}

/** When it was done, as the clocks of the member showed it. */
export function doneWhen(
	at: Date,
	{ moment: { timeZone } }: Pick<ApplicationSurroundings, 'moment'>,
): DoneWhen {
	return { on: dayIn(timeZone, at), clock: clockTimeIn(timeZone, at) }
}

/** Who did it, with the organization's name. */
export function doneBy(
	{ organizationId, role }: { readonly organizationId: string; readonly role: string },
	{ organizations }: Pick<ApplicationSurroundings, 'organizations'>,
): DoneBy {
	return {
		organizationId,
		organizationName: organizations.get(organizationId) ?? { en: null, id: null },
		role,
	}
}

function changedAt(rows: ApplicationRows): Date {
	const instants = [
		rows.createdAt,
		...rows.texts.map(({ writtenAt }) => writtenAt),
		...rows.confirmations.map(({ confirmedAt }) => confirmedAt),
		...rows.letters.map(({ addedAt, removedAt }) => removedAt ?? addedAt),
		...rows.steps.map(({ takenAt }) => takenAt),
	]
	return instants.reduce((last, one) => (one > last ? one : last))
}
