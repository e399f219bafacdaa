import { Refusal } from '#app/domain/refusal.ts'

const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,15}$/

/** A code such as that of a checkpoint from a URL part; anything that cannot be one is not found. */
export function codeFrom(part: string | undefined): string {
	if (part === undefined || !CODE.test(part)) throw new Refusal('not_found')
	return part
}

const QUESTION = /^[A-Z0-9][A-Z0-9_]{0,63}$/

/** The code of a question of an assessment from a URL part; anything that cannot be one is not found. */
export function questionCodeFrom(part: string | undefined): string {
	if (part === undefined || !QUESTION.test(part)) throw new Refusal('not_found')
	return part
}
