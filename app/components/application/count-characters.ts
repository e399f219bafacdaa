import { openWords } from '#app/components/workspace/upload-words.ts'
import { formatIn } from '#app/i18n/format.ts'
import { lengthText } from './length-text.ts'

// The script of the page on which a text of an application is written: below the box it says, while one types, how long
// the text is, as the server counts it; people who listen hear it when they pause. Without it the page says how long
// the text is that it came with.

/** Time without a key pressed after which the length is read out. Unit: milliseconds. */
const QUIET_MS = 1000

for (const shown of document.querySelectorAll<HTMLElement>('[data-counts]')) {
	const box = document.querySelector<HTMLTextAreaElement>(`textarea[name="${shown.dataset.counts ?? ''}"]`)
	if (box) count(box, shown)
}

function count(box: HTMLTextAreaElement, shown: HTMLElement): void {
	const { countsMost, countsWarns, countsWords } = shown.dataset
	const field = { maxCharacters: numberIn(countsMost), warnsFrom: numberIn(countsWarns) }
	const words = {
		say: openWords(countsWords),
		format: formatIn(document.documentElement.lang === 'en' ? 'en' : 'id'),
	}
	const read = document.createElement('p')
	read.className = 'govuk-visually-hidden'
	read.setAttribute('role', 'status')
	shown.after(read)
	let timer = 0
	box.addEventListener('input', () => {
		const length = lengthText(box.value.normalize('NFC'), field, words)
		shown.textContent = length
		clearTimeout(timer)
		timer = window.setTimeout(() => (read.textContent = length), QUIET_MS)
	})
}

function numberIn(text: string | undefined): number | null {
	return text === undefined ? null : Number(text)
}
