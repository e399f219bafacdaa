/** First characters that make a spreadsheet run what a text cell of a CSV file holds, also in their wide forms. */
const RUNS = /^[=+\-@\t\r＝＋－＠']/

/** Text as it stands in a CSV file: an apostrophe keeps a spreadsheet from running it. */
export function toCsvText(text: string): string {
	return RUNS.test(text) ? `'${text}` : text
}

/** The text that was meant: the opposite of `toCsvText`, for every text. */
export function fromCsvText(text: string): string {
	return text.startsWith("'") && RUNS.test(text.slice(1)) ? text.slice(1) : text
}
