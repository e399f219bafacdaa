import type { Say } from '#app/i18n/translate.ts'

/** What the script that sends a file says, with the values it fills in itself. */
const SAID: Readonly<Record<string, readonly string[]>> = {
	'upload.progress.share': ['share', 'sent', 'total'],
	'upload.cleaning': [],
	'upload.started': [],
	'upload.waits': [],
	'upload.arrived': ['name', 'size'],
	'upload.broken-off': [],
	'upload.cancel': [],
	'upload.take-out': [],
	'upload.refused.TOO_LARGE': [],
	'file-size.bytes': ['size'],
	'file-size.kilobytes': ['size'],
	'file-size.megabytes': ['size'],
	'ui.error.prefix': [],
}

/** The sentences of that script in the page's language, with places such as `{share}` left open: it loads no words. */
export function uploadWords(say: Say): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(SAID).map(([key, names]) => [
			key,
			say(key, Object.fromEntries(names.map((name) => [name, `{${name}}`]))),
		]),
	)
}

/** Speaks from such sentences, as the page has them. */
export function openWords(text: string | undefined): Say {
	const words: unknown = JSON.parse(text ?? '{}')
	return (key, values = {}) => {
		const sentence: unknown = typeof words === 'object' && words !== null ? Reflect.get(words, key) : ''
		return String(sentence).replace(/\{(\w+)\}/g, (_place, name: string) => String(values[name] ?? ''))
	}
}
