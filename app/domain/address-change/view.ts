import type { AddressLink } from './schema.ts'

/** A link that was asked for, and what the letter with it needs to know. */
export type AskedAddress = {
	readonly link: AddressLink
	readonly locale: string
}

/** A change that the person can still confirm. */
export type OpenAddress = {
	readonly from: string
	readonly to: string
}

/** A change that was made: the first of its acts, and the addresses for the letters about it. */
export type ChangedAddress = {
	readonly recordId: string
	readonly from: string
	readonly to: string
	readonly locale: string
}
