import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Fields } from '#app/domain/plan-file/schema.ts'
import { plainText } from '#app/domain/plan-file/rules.ts'
import type { DraftView } from '#app/domain/progress-update/view.ts'
import type { RowAnswers, RowVerdict } from './rules.ts'
import { CHALLENGE_POSITIONS, EVIDENCE_POSITIONS } from './schema.ts'
import type { CellFault } from './schema.ts'

/** A report that is open, as a row of the file. */
export type OpenUpdate = {
	readonly key: string
	readonly mark: string
	readonly commitment: Bilingual
	readonly milestone: Bilingual
	readonly deliverable: Bilingual
	readonly checkpointCode: string
	readonly dueOn: string
	readonly fields: Fields
}

/** The columns of a draft that the file can hold. */
export function draftFields(draft: DraftView | null): Fields {
	if (!draft) return {}
	const { done, further, challenges } = draft
	const links = draft.evidence.filter(
		(piece) => piece.upload === undefined && piece.carriedFrom === undefined,
	)
	const entries: readonly (readonly [string, string | null | undefined])[] = [
		['level', draft.isNil ? 'NIL' : draft.level],
		['doneId', done.id],
		['doneEn', done.en],
		['nextStepId', further.nextStep.id],
		['nextStepEn', further.nextStep.en],
		['startedOn', further.startedOn],
		['finishedOn', further.finishedOn],
		['expectedOn', further.expectedOn],
		...CHALLENGE_POSITIONS.map((at) => [`challenge${at}`, challenges[at - 1]] as const),
		['challengeText', draft.challengeText],
		...EVIDENCE_POSITIONS.flatMap((at) => {
			const link = links[at - 1]
			return [
				[`evidence${at}Url`, link?.url],
				[`evidence${at}Kind`, link?.kind],
				[`evidence${at}Title`, link?.title],
			] as const
		}),
	]
	return Object.fromEntries(
		entries.flatMap(([key, value]) => {
			const text = plainText(value ?? '')
			return text === '' ? [] : [[key, text]]
		}),
	)
}

/** The fields of a row in one language, with those that only tell. */
export function toldFields(update: OpenUpdate, locale: 'en' | 'id'): Fields {
	const of = (text: Bilingual) => textIn(text, locale)?.text ?? ''
	return {
		commitmentName: of(update.commitment),
		milestoneName: of(update.milestone),
		deliverable: of(update.deliverable),
		checkpointDue: `${update.checkpointCode} · ${update.dueOn}`,
		...update.fields,
	}
}

/** One row of a file of reports, with what is said of it. */
export type JudgedRow = {
	readonly key: string
	readonly name: string
	readonly place: string
	readonly verdict: RowVerdict
	readonly level: string | null
	readonly faults: readonly CellFault[]
	readonly answers: RowAnswers | null
	/** Version of the draft that the answers are written over. */
	readonly seen: number
}

/** A file of reports as its page shows it, before or after it was taken. */
export type UpdatesPreview = {
	readonly id: string
	readonly fileName: string
	readonly rows: readonly Omit<JudgedRow, 'answers' | 'seen'>[]
	/** What became of each row that was taken, by its key: why not, or null where it was sent. Null: not taken yet. */
	readonly taken: Readonly<Record<string, string | null>> | null
}
