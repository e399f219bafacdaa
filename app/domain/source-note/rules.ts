/**
 * What a row of a published table leaves open or says oddly, kept beside the commitment it was read into.
 *
 * Source  our own: traps met in OGP's tables; nothing of them is guessed away.
 */
export const SOURCE_NOTES = [
	/** A day in figures that may be day/month or month/day: no day is kept. */
	'DAY_ORDER_UNKNOWN',
	/** What stands for a day cannot be read as one. */
	'DAY_UNREADABLE',
	/** A word for "no value", of which the publishers do not say how it differs from others. */
	'NO_VALUE',
	/** A number that a spreadsheet had taken for a fraction. */
	'NUMBER_FRACTION',
	/** The source gives several commitments of the plan this number. */
	'NUMBER_REPEATED',
	/** Another source in the same file speaks of this commitment too. */
	'ALSO_IN',
	/** The text is longer at its publisher; the table has only its title. Its length in characters. */
	'TITLE_ONLY',
] as const
export type SourceNoteCode = (typeof SOURCE_NOTES)[number]
