/** How long the link in the letter to a new address can be followed. Unit: hours. Source: our own; shown in the letter. */
export const ADDRESS_LINK_HOURS = 24

/** When a link that is asked for at an instant ends. */
export function addressLinkEnd(askedAt: Date): Date {
	return new Date(askedAt.getTime() + ADDRESS_LINK_HOURS * 3_600_000)
}
