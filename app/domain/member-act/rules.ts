import type { MemberActKind } from '#app/ledger/act-kinds.ts'

/** Registers of a member: what each of its acts beyond plans belongs to, in the order of OGP's expectations. */
export const REGISTERS = ['DECLARATION', 'COCREATION', 'CONSULTATION', 'SHARING', 'REMARKS'] as const
export type Register = (typeof REGISTERS)[number]

/** Which register an act belongs to. */
export const REGISTER_OF: { readonly [K in MemberActKind]: Register } = {
	'endorsement.published': 'DECLARATION',
	'administration.published': 'DECLARATION',
	'membership.published': 'DECLARATION',
	'declaration-items.published': 'DECLARATION',
	'application.published': 'DECLARATION',
	'register.declared': 'COCREATION',
	'forum.published': 'COCREATION',
	'meeting.published': 'COCREATION',
	'outreach.published': 'COCREATION',
	'timeline.published': 'COCREATION',
	'website.checked': 'COCREATION',
	'plan-endorsement.published': 'COCREATION',
	'document.published': 'COCREATION',
	'stakeholder.published': 'COCREATION',
	'consultation.published': 'CONSULTATION',
	'public-contribution.published': 'CONSULTATION',
	'public-contribution.hidden': 'CONSULTATION',
	'reasoned-answer.published': 'CONSULTATION',
	'good-practice.published': 'SHARING',
	'contribution.published': 'SHARING',
	'expectation-dissent.published': 'REMARKS',
	'expectation-comment.published': 'REMARKS',
}

/** The word of a kind in addresses: `meeting` of `meeting.published`. */
export function nounOf(kind: MemberActKind): string {
	return kind.slice(0, kind.lastIndexOf('.'))
}

/** Kinds that the member's own people write at their desk; the others have forms of their own. */
export const DESK_KINDS = [
	'endorsement.published',
	'administration.published',
	'membership.published',
	'declaration-items.published',
	'forum.published',
	'meeting.published',
	'outreach.published',
	'timeline.published',
	'website.checked',
	'plan-endorsement.published',
	'document.published',
	'stakeholder.published',
	'consultation.published',
	'good-practice.published',
	'contribution.published',
	'register.declared',
] as const satisfies readonly MemberActKind[]
export type DeskKind = (typeof DESK_KINDS)[number]

/** The kind that a word of an address names; null where it names none. */
export function deskKindOf(noun: string): DeskKind | null {
	return DESK_KINDS.find((kind) => nounOf(kind) === noun) ?? null
}

/** Kinds that files can be put forward with; what the others say is whole without. */
const FILE_KINDS: readonly DeskKind[] = [
	'endorsement.published',
	'membership.published',
	'forum.published',
	'meeting.published',
	'outreach.published',
	'timeline.published',
	'plan-endorsement.published',
	'document.published',
	'consultation.published',
	'good-practice.published',
	'contribution.published',
]

/** Most files of one act. Source: our own. */
export const MEMBER_ACT_FILES_MAX = 10

/** Whether files can be put forward with an act of a kind. */
export function takesFiles(kind: MemberActKind): boolean {
	return FILE_KINDS.some((known) => known === kind)
}
