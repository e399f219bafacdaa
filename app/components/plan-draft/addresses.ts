import { planHref } from '#app/components/addresses.ts'
import { pocHref } from '#app/components/workspace/addresses.ts'
import { partOf, placeOf } from '#app/domain/commitment-draft/rules.ts'
import type { CommitmentScreen, MilestoneScreen } from '#app/domain/commitment-draft/rules.ts'
import type { Notice } from '#app/domain/plan-draft/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** The plans that are being written, or where one is begun. */
export function draftsHref(locale: Locale, part?: 'new'): string {
	return `${pocHref(locale)}/drafts${part ? `/${part}` : ''}`
}

/** A plan that is being written, or a part of it. */
export function draftHref(
	locale: Locale,
	draftId: string,
	part?: 'facts' | 'consultation' | 'submit' | 'approve' | 'return' | 'commitments/new',
): string {
	return `${draftsHref(locale)}/${draftId}${part ? `/${part}` : ''}`
}

type CommitmentKey = { readonly draftId: string; readonly commitmentId: string }
type MilestoneKey = CommitmentKey & { readonly milestoneId: string }

/** A commitment that is being written, a screen of its form, or what is done with it as a whole. */
export function commitmentDraftHref(
	locale: Locale,
	{ draftId, commitmentId }: CommitmentKey,
	part?: CommitmentScreen | 'remove' | 'move' | 'milestones/new',
): string {
	const isScreen = part !== undefined && !['remove', 'move', 'milestones/new'].includes(part)
	const rest = part === undefined ? '' : isScreen ? `/edit/${part}` : `/${part}`
	return `${draftHref(locale, draftId)}/commitments/${commitmentId}${rest}`
}

/** A screen of a milestone's form, or what is done with it as a whole. */
export function milestoneDraftHref(
	locale: Locale,
	key: MilestoneKey,
	part: MilestoneScreen | 'remove' | 'move',
): string {
	const rest = part === 'text' || part === 'protocol' ? `edit/${part}` : part
	return `${commitmentDraftHref(locale, key)}/milestones/${key.milestoneId}/${rest}`
}

/** Where a notice is mended: the screen, and the field on it. */
export function mendHref(locale: Locale, draftId: string, { code, about }: Notice): string {
	const { screen, field } = placeOf(code)
	const at = field === null ? '' : `#answer-${field}`
	switch (screen) {
		case 'facts':
			return draftHref(locale, draftId, 'facts') + at
		case 'consultation':
			return draftHref(locale, draftId, 'consultation')
		case 'commitments':
			return draftHref(locale, draftId, 'commitments/new')
		case 'milestones':
			return commitmentDraftHref(locale, { draftId, commitmentId: partOf({ about }) }, 'milestones/new')
		case 'text':
		case 'protocol':
			return about.kind === 'milestone' ? milestoneDraftHref(locale, { draftId, ...about }, screen) + at : ''
		default:
			return commitmentDraftHref(locale, { draftId, commitmentId: partOf({ about }) }, screen) + at
	}
}

/** The stage of a plan, or its checkpoints, for those who run it. */
export function runHref(locale: Locale, planId: string, part: 'stage' | 'checkpoints'): string {
	return `${pocHref(locale)}/plans/${planId}/${part}`
}

/** Where a locked checkpoint is opened once more. */
export function reopenHref(locale: Locale, planId: string, code: string): string {
	return `${runHref(locale, planId, 'checkpoints')}/${code}/reopen`
}

/** A text that was opened to comments, for everyone. */
export function consultationHref(locale: Locale, recordId: string): string {
	return `/${locale}/consultations/${recordId}`
}

/** The checkpoints of a plan, for everyone. */
export function planCheckpointsHref(locale: Locale, planId: string): string {
	return `${planHref(locale, planId)}/checkpoints`
}
