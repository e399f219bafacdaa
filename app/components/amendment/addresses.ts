import { pocHref } from '#app/components/workspace/addresses.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** The amendments of a plan, as its side sees them; or where one is begun. */
export function amendmentsHref(locale: Locale, planId: string, verb?: 'begin'): string {
	return `${pocHref(locale)}/plans/${planId}/amendments${verb ? `/${verb}` : ''}`
}

type Held = { readonly id: string; readonly plan: { readonly id: string } }
type Step = 'head' | 'records' | 'commitments/new' | 'merge' | 'submit' | 'approve' | 'return' | 'discard'

/** An amendment that is being written, or a step of it. */
export function amendmentDraftHref(locale: Locale, { id, plan }: Held, step?: Step): string {
	return `${amendmentsHref(locale, plan.id)}/${id}${step ? `/${step}` : ''}`
}

type Verb = 'milestones/new' | 'withdraw' | 'split' | 'move' | 'undo'

/** One record in an amendment that is being written: its text, or what else becomes of it. */
export function amendedRecordHref(
	locale: Locale,
	draft: Held,
	{ recordId, verb }: { readonly recordId: string; readonly verb?: Verb },
): string {
	return `${amendmentDraftHref(locale, draft, 'records')}/${recordId}${verb ? `/${verb}` : ''}`
}

/** A published amendment with the old texts beside the new ones. */
export function amendmentHref(locale: Locale, recordId: string): string {
	return `/${locale}/amendments/${recordId}`
}
