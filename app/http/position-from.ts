import { Refusal } from '#app/domain/refusal.ts'

const POSITION = /^\d{1,2}$/

/** A place in a short list, counted from 0, from a URL part; anything that cannot be one is not found. */
export function positionFrom(part: string | undefined): number {
	if (part === undefined || !POSITION.test(part)) throw new Refusal('not_found')
	return Number(part)
}
