/** What XML cannot hold; and `_x0041_` itself, which a spreadsheet would take for a character. */
// eslint-disable-next-line no-control-regex
const UNSAYABLE = /[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/g

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML. */
export function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}

/** Text for a cell, in the way of spreadsheets: `_x0007_` for what XML cannot hold. */
export function cellText(text: string): string {
	const sayable = text
		.toWellFormed()
		.replace(
			UNSAYABLE,
			(character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
		)
	return escaped(sayable)
}

/** Text without what XML cannot hold, for what writes its own XML. */
export function xmlText(text: string): string {
	// eslint-disable-next-line no-control-regex
	return text.toWellFormed().replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
}
