/** The parts of the page that show a file on its way. */
export type SendingParts = {
	readonly form: HTMLFormElement
	/** The choice of a file; carries it with the form where it has a name. */
	readonly input: HTMLInputElement
	/** Names a file that has arrived. */
	readonly upload: HTMLInputElement
	/** The mark at a file that came with a form that was not taken. */
	readonly kept: HTMLInputElement | null
	readonly bar: HTMLProgressElement
	readonly share: HTMLElement
	/** What is said here is read out. */
	readonly status: HTMLElement
	/** Stops the sending, or takes the file out again. */
	readonly button: HTMLButtonElement
}

/** The parts in their place on the page; null where one is missing. */
export function sendingParts(place: HTMLElement): SendingParts | null {
	const input = place.querySelector<HTMLInputElement>('input[type="file"]')
	const upload = place.querySelector<HTMLInputElement>('input[data-part="upload"]')
	const kept = place.querySelector<HTMLInputElement>('input[type="checkbox"]')
	const bar = place.querySelector('progress')
	const share = place.querySelector<HTMLElement>('[data-part="share"]')
	const status = place.querySelector<HTMLElement>('[role="status"]')
	const button = place.querySelector<HTMLButtonElement>('button')
	const form = input?.form
	if (!input || !form || !upload || !bar || !share || !status || !button) return null
	return { form, input, upload, kept, bar, share, status, button }
}

/** Nothing is on its way: the form carries the file itself. */
export function showNothing(parts: SendingParts): void {
	showBar(parts, false)
	parts.button.hidden = true
	parts.status.textContent = ''
	nameInForm(parts, { upload: null, carries: true })
}

/** A file begins to be sent. */
export function showStarted(
	parts: SendingParts,
	said: { readonly text: string; readonly button: string },
): void {
	showBar(parts, true)
	parts.button.hidden = false
	parts.button.textContent = said.button
	parts.status.textContent = said.text
	nameInForm(parts, { upload: null, carries: false })
}

/** How far it has come, for those who look. */
export function showProgress(
	{ bar, share }: SendingParts,
	how: { readonly sent: number; readonly total: number; readonly text: string },
): void {
	bar.max = how.total
	bar.value = how.sent
	share.textContent = how.text
}

/** It is here: from now on the form names it. */
export function showArrived(
	parts: SendingParts,
	said: { readonly upload: string; readonly text: string; readonly button: string },
): void {
	showBar(parts, false)
	parts.button.textContent = said.button
	parts.status.textContent = said.text
	nameInForm(parts, { upload: said.upload, carries: false })
}

/** Why it is not here, after the word for an error. */
export function showFault({ status }: SendingParts, prefix: string, sentence: string): void {
	const word = document.createElement('span')
	word.className = 'govuk-visually-hidden'
	word.textContent = `${prefix} `
	const fault = document.createElement('span')
	fault.className = 'govuk-error-message'
	fault.append(word, sentence)
	status.replaceChildren(fault)
}

function showBar({ bar, share }: SendingParts, isShown: boolean): void {
	bar.hidden = !isShown
	share.hidden = !isShown
}

/** The form names an upload, carries the chosen file, or (while that is on its way) neither. */
function nameInForm(
	{ input, upload, kept }: SendingParts,
	how: { readonly upload: string | null; readonly carries: boolean },
): void {
	upload.value = how.upload ?? ''
	upload.disabled = how.upload === null
	if (kept) kept.disabled = how.upload !== null
	input.name = how.carries ? 'file' : ''
}
