import type { ActKind } from '#app/ledger/leaf.ts'

/** Kinds of acts that a person of civil society publishes in person, and may sign with a key of their own. */
export const SIGNED_KINDS = [
	'verification.published',
	'verifier-decision.published',
	'recusal.published',
] as const satisfies readonly ActKind[]
export type SignedKind = (typeof SIGNED_KINDS)[number]

/** Whether a kind of act is one that its author may sign. */
export function isSignedKind(kind: string): kind is SignedKind {
	return SIGNED_KINDS.some((known) => known === kind)
}

/** A signature under an act, as everyone can read it. */
export type SignatureView = {
	readonly recordId: string
	readonly keyId: string
	/** Whether a second person of the organization has confirmed the key by now. */
	readonly isKeyConfirmed: boolean
	readonly publishedOn: string
}

/** An act that the reader wrote and may sign, and how far that has come. */
export type SigningView = {
	readonly recordId: string
	readonly version: number
	readonly kind: SignedKind
	readonly day: string
	readonly contentHash: string
	/** The entry in the log that is signed. */
	readonly entry: string
	readonly organizationId: string
	readonly signatures: readonly SignatureView[]
	/** Keys of the reader with which it is not signed yet. */
	readonly freeKeys: readonly { readonly id: string; readonly nickname: string }[]
}
