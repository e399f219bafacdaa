import type { Words } from '#app/components/words.tsx'
import type { MediaType, RemovedCode } from '#app/domain/upload/rules.ts'

const KIND: Record<MediaType, string> = {
	'image/jpeg': 'JPEG',
	'image/png': 'PNG',
	'image/webp': 'WEBP',
	'application/pdf': 'PDF',
	'text/plain': 'TEXT',
	'text/csv': 'CSV',
}

const KILOBYTE = 1024
const MEGABYTE = KILOBYTE ** 2

/** The kind of a file in words. */
export function fileKind(mediaType: MediaType, { say }: Pick<Words, 'say'>): string {
	return say(`file-kind.${KIND[mediaType]}`)
}

/** The size of a file in words, as people read it beside a download. */
export function fileSize(bytes: number, { say, format }: Pick<Words, 'say' | 'format'>): string {
	if (bytes < KILOBYTE) return say('file-size.bytes', { size: format.count(bytes) })
	if (bytes < MEGABYTE) return say('file-size.kilobytes', { size: format.count(bytes / KILOBYTE) })
	return say('file-size.megabytes', { size: format.number(bytes / MEGABYTE) })
}

/** Kind and size of a file in words. */
export function fileFacts(
	file: { readonly mediaType: MediaType; readonly bytes: number },
	words: Words,
): string {
	return words.say('evidence.file.facts', {
		kind: fileKind(file.mediaType, words),
		size: fileSize(file.bytes, words),
	})
}

/** What cleaning took out of a file, in words. */
export function removedWords(removed: readonly RemovedCode[], { say, format }: Words): string {
	if (removed.length === 0) return say('evidence.removed.nothing')
	return format.list(removed.map((code) => say(`removed.${code}`)))
}
