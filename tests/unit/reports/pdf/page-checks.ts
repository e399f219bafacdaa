import type { Box, Drawn } from './page-content.ts'

type Lettered = Box & { readonly text: string }

function letteredIn(page: readonly Drawn[]): readonly Lettered[] {
	return page.flatMap(({ box, text }) => (box && box.right > box.left ? [{ ...box, text }] : []))
}

/** Texts of a page that stand outside its margins, where what repeats has its place above and below. */
export function outsideOf(page: readonly Drawn[], at = 0): readonly string[] {
	return letteredIn(page).flatMap(({ left, right, top, bottom, text }) => {
		const isInside = left >= 55.9 && right <= 539.4 && bottom >= 20 && top <= 812
		return isInside ? [] : [`${text.slice(0, 60)} on page ${String(at + 1)}`]
	})
}

/** Texts of a page that lie on each other. */
export function overlapsOf(page: readonly Drawn[], at = 0): readonly string[] {
	const lettered = [...letteredIn(page)].sort((a, b) => b.top - a.top)
	return lettered.flatMap((a, index) => {
		const over: string[] = []
		for (let next = index + 1; next < lettered.length; next += 1) {
			const b = lettered[next]
			// All further ones begin lower still.
			if (!b || b.top <= a.bottom + 0.5) break
			const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
			if (across > 0.3) over.push(`${a.text.slice(0, 60)} / ${b.text.slice(0, 60)} on page ${String(at + 1)}`)
		}
		return over
	})
}
