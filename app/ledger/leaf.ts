import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { Json } from './canonical-json.ts'
import { MEMBER_ACT_KINDS } from './act-kinds.ts'

/** Kinds of acts. The log never loses one; a new kind is appended here. */
export const ACT_KINDS = [
	'action-plan.published',
	'commitment.published',
	'milestone.published',
	'progress-update.published',
	'verification.published',
	'irm-coding.published',
	'report.published',
	'verification.withdrawn',
	'plan-stage.published',
	'amendment.published',
	'checkpoint.reopened',
	'commitment-level.published',
	'self-assessment.published',
	'obligation.waived',
	'reply.published',
	'verifier-decision.published',
	'recusal.published',
	'cso-account.changed',
	'signature.published',
	'local-assessment.published',
	'observation.published',
	'observation.hidden',
	'rule-set.published',
	'application-call.published',
	...MEMBER_ACT_KINDS,
] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** What the log says of an act: everything but its content, which it only seals. */
export type Leaf = {
	readonly actorOrganization: string
	readonly contentHash: string
	readonly day: string
	readonly kind: ActKind
	/** Lowercase hex of the leaf hash of the version this one supersedes. */
	readonly previous: string | null
	readonly recordId: string
	readonly version: number
}

/** An entry is at most this long. Unit: bytes. Source: C2SP tlog-tiles, two length bytes per entry. */
export const ENTRY_MAX_BYTES = 65_535

/** SHA-256 of the 32-byte salt followed by the canonical JSON of the content, in lowercase hex. */
export function contentHash(salt: Uint8Array, content: Json): string {
	return createHash('sha256').update(salt).update(canonicalJson(content), 'utf8').digest('hex')
}

/**
 * A seal over what an act does not say in public (who acted, and at which instant), as a member of its content.
 *
 * Returns  nothing for acts that were published before there was a salt for it.
 */
export function privateSeal(privateSalt: Uint8Array | null, facts: Json): { readonly privateHash?: string } {
	return privateSalt === null ? {} : { privateHash: contentHash(privateSalt, facts) }
}

/**
 * The organization as the leaf of a civil-society organization's act names it: a pseudonym for this act alone, worked
 * out from a salt that is never public. A finding that is withdrawn leaves no trace of its author in the log.
 */
export function pseudonym(privateSalt: Uint8Array, organizationId: string): string {
	return `cso-${contentHash(privateSalt, { organizationId }).slice(0, 16)}`
}

/** The exact bytes that are logged for a leaf. */
export function entryBytes(leaf: Leaf): Uint8Array {
	const bytes = new TextEncoder().encode(canonicalJson(leaf))
	if (bytes.length > ENTRY_MAX_BYTES)
		throw new Error(`an entry of ${bytes.length} bytes is too long for the log`)
	return bytes
}

/** RFC 6962 leaf hash: SHA-256 of 0x00 and the entry. */
export function leafHash(entry: Uint8Array): Uint8Array {
	return createHash('sha256').update(Uint8Array.of(0)).update(entry).digest()
}
