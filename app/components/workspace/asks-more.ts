import { useWords } from '#app/components/words.tsx'

const MORE = 'more'

/** The same page with the questions that only some reports need: the main path does without them. */
export function withMore(href: string): string {
	return `${href}?${MORE}`
}

/** Whether this page asks also what only some reports need. */
export function useAsksMore(): boolean {
	const { path } = useWords()
	return new URLSearchParams(path.replace(/^[^?]*/, '')).has(MORE)
}
