import type { Words } from './words.ts'

/** A sentence names this many letters, and says how many there are where there are more. */
const NAMED = 60

/** Says which letters no typeface has, by their code points. */
export function missingWords({ say, format }: Pick<Words, 'say' | 'format'>) {
	return (letters: readonly string[]): string => {
		const named = letters.slice(0, NAMED).join(', ')
		if (letters.length <= NAMED) return say('report.letters.missing', { letters: named })
		return say('report.letters.missing.many', { letters: named, total: format.count(letters.length) })
	}
}
