import { Refusal } from '#app/domain/refusal.ts'

/** One of the words that an address may have in a place; any other is not found. */
export function wordFrom<Word extends string>(part: string | undefined, known: readonly Word[]): Word {
	const word = known.find((one) => one === part)
	if (word === undefined) throw new Refusal('not_found')
	return word
}
