import { nounOf } from '#app/domain/member-act/rules.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'

type Locale = 'en' | 'id'

/** Where a member's own people write what it did beyond its plans. */
export function deskHref(locale: Locale, memberId?: string): string {
	return memberId === undefined ? `/${locale}/desk` : `/${locale}/desk/${memberId}`
}

/** The form of an act: a new one or, with its number, the correction of one. */
export function deskFormHref(
	locale: Locale,
	{ memberId, kind, recordId }: { memberId: string; kind: MemberActKind; recordId?: string | undefined },
): string {
	return `${deskHref(locale, memberId)}/${nounOf(kind)}/${recordId ?? 'new'}`
}
