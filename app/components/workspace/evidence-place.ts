import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import { EVIDENCE_MAX } from '#app/domain/progress-update/rules.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { VERIFICATION_EVIDENCE_MAX } from '#app/domain/verification/rules.ts'
import type { FindingDraft } from '#app/domain/finding-draft/view.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { findingEvidenceRemovalHref, findingHref, taskEvidenceRemovalHref, taskHref } from './addresses.ts'
import { withMore } from './asks-more.ts'
import { keyOf } from './task-key.ts'

/** Where evidence is put forward: what is there, how much may be, and where each form and link leads. */
export type EvidencePlace = {
	readonly given: readonly DraftPiece[]
	readonly most: number
	readonly version: number
	/** Whether each piece says what it means for a claim. */
	readonly hasStance: boolean
	/** Whether a copy in an archive and who may see the piece are asked too. */
	readonly asksMore: boolean
	/** Where that is asked, for those who need it; null where it is asked anyway. */
	readonly moreHrefOf: ((step: 'evidence' | 'evidence/file') => string) | null
	/** Whether the page may be left without another piece. */
	readonly isEnough: boolean
	readonly hrefOf: (
		step: 'evidence' | 'evidence/another' | 'evidence/file' | 'evidence/file/another',
	) => string
	readonly onHref: string
	readonly removeAction: (position: number) => string
}

/** The evidence of a report. What only some pieces need is asked on a page of its own. */
export function placeOfTask(task: TaskView, locale: Locale, asksMore: boolean): EvidencePlace {
	const key = keyOf(task)
	const { evidence, level } = task.answers
	return {
		given: evidence,
		most: EVIDENCE_MAX,
		version: task.draft?.version ?? 0,
		hasStance: false,
		asksMore,
		moreHrefOf: asksMore ? null : (step) => withMore(taskHref(locale, key, step)),
		isEnough: evidence.length > 0 || level === 'NOT_STARTED',
		hrefOf: (step) => (asksMore ? withMore(taskHref(locale, key, step)) : taskHref(locale, key, step)),
		onHref: taskHref(locale, key, 'check'),
		removeAction: (position) => taskEvidenceRemovalHref(locale, key, position),
	}
}

/** The evidence of a finding. */
export function placeOfFinding(draft: FindingDraft, locale: Locale): EvidencePlace {
	return {
		given: draft.evidence,
		most: VERIFICATION_EVIDENCE_MAX,
		version: draft.version,
		hasStance: true,
		asksMore: true,
		moreHrefOf: null,
		isEnough: draft.evidence.length > 0,
		hrefOf: (step) => findingHref(locale, draft.id, step),
		onHref: findingHref(locale, draft.id, 'check'),
		removeAction: (position) => findingEvidenceRemovalHref(locale, draft.id, position),
	}
}
