import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type {
	PublicKeyCredentialCreationOptionsJSON,
	PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

// The script of the two pages on which a key is used: its button asks the browser to make a key or to sign with one,
// puts the answer into the form and sends it. Without this script the page says that it needs one.

type Options = PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON
type Page = {
	readonly form: HTMLFormElement
	readonly button: HTMLButtonElement
	readonly status: HTMLElement
	readonly options: Options
	readonly words: Readonly<Record<string, string>>
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-key-options]')) begin(form)

function begin(form: HTMLFormElement): void {
	const button = form.querySelector<HTMLButtonElement>('button')
	const status = form.querySelector<HTMLElement>('[role=status]')
	const options: unknown = JSON.parse(form.dataset.keyOptions ?? 'null')
	if (!button || !status || !isOptions(options)) return
	const page = { form, button, status, options, words: wordsOf(form.dataset.keyWords) }
	for (const plain of form.querySelectorAll<HTMLElement>('[data-key-plain]')) plain.hidden = true
	if (!browserSupportsWebAuthn()) {
		tell(page, 'unsupported')
		return
	}
	for (const press of form.querySelectorAll<HTMLElement>('[data-key-press]')) press.hidden = false
	button.addEventListener('click', () => void answer(page))
}

async function answer(page: Page): Promise<void> {
	const { form, button, options } = page
	const field = form.elements.namedItem('answer')
	if (!(field instanceof HTMLInputElement)) return
	button.disabled = true
	tell(page, 'waiting')
	try {
		const said =
			'user' in options
				? await startRegistration({ optionsJSON: options })
				: await startAuthentication({ optionsJSON: options })
		field.value = JSON.stringify(said)
		form.submit()
	} catch (error) {
		button.disabled = false
		tell(page, sentenceFor(error))
	}
}

function sentenceFor(error: unknown): string {
	const name = error instanceof Error ? error.name : ''
	if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
	if (name === 'InvalidStateError') return 'known'
	return name === 'SecurityError' ? 'address' : 'failed'
}

function tell({ status, words }: Pick<Page, 'status' | 'words'>, sentence: string): void {
	status.textContent = words[sentence] ?? ''
}

function wordsOf(text: string | undefined): Readonly<Record<string, string>> {
	const words: unknown = JSON.parse(text ?? '{}')
	return Object.fromEntries(Object.entries(words ?? {}).map(([key, said]) => [key, String(said)]))
}

function isOptions(value: unknown): value is Options {
	return typeof value === 'object' && value !== null && 'challenge' in value
}
