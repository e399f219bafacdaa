import { openWords } from './upload-words.ts'

// The script of the page of the long texts: every ten seconds it sends what was typed since to the draft, with the
// version that the page knows, and says when it was kept. Whatever goes wrong here, the plain form works: it is sent
// by its button, and says there whether somebody else wrote meanwhile.

const EVERY_MS = 10_000
const TYPED = ['doneId', 'doneEn', 'nextStepId', 'nextStepEn']

type Answer = { readonly version: number; readonly time: string }

type Desk = {
	readonly form: HTMLFormElement
	readonly status: HTMLElement
	readonly address: string
	readonly say: ReturnType<typeof openWords>
	/** What was kept last, to send nothing twice. */
	kept: string
	isEnded: boolean
	isSending: boolean
}

for (const status of document.querySelectorAll<HTMLElement>('[data-typed-address]')) {
	const form = status.closest('form')
	const address = status.dataset.typedAddress
	if (form && address) begin({ form, status, address })
}

function begin({ form, status, address }: Pick<Desk, 'form' | 'status' | 'address'>): void {
	const say = openWords(status.dataset.typedWords)
	const desk: Desk = { form, status, address, say, kept: '', isEnded: false, isSending: false }
	desk.kept = textsOf(form).toString()
	// After two people answered at once the person decides first, and sends the form by its button.
	if (form.elements.namedItem('keep')) return
	form.addEventListener('submit', (sending) => {
		if (navigator.onLine) {
			desk.isEnded = true
			return
		}
		// The browser's own page of errors would take the place of what was typed.
		sending.preventDefault()
		status.textContent = say('task.typed.offline')
	})
	setInterval(() => void keep(desk), EVERY_MS)
}

function textsOf(form: HTMLFormElement): URLSearchParams {
	const typed = new FormData(form)
	const texts = new URLSearchParams()
	for (const name of TYPED) {
		const text = typed.get(name)
		if (typeof text === 'string') texts.append(name, text)
	}
	return texts
}

async function keep(desk: Desk): Promise<void> {
	const texts = textsOf(desk.form)
	const now = texts.toString()
	const version = desk.form.elements.namedItem('version')
	if (desk.isEnded || desk.isSending || now === desk.kept || !(version instanceof HTMLInputElement)) return
	texts.append('version', version.value)
	desk.isSending = true
	try {
		const answer = await fetch(desk.address, {
			method: 'POST',
			body: texts,
			redirect: 'error',
			headers: { Accept: 'application/json' },
		})
		if (answer.ok) tell(desk, { now, version }, await answer.json())
		else stop(desk, answer.status)
	} catch {
		desk.status.textContent = desk.say('task.typed.failed')
	} finally {
		desk.isSending = false
	}
}

type Sent = { readonly now: string; readonly version: HTMLInputElement }

function tell(desk: Desk, { now, version }: Sent, answer: unknown): void {
	if (!isAnswer(answer)) return
	version.value = String(answer.version)
	desk.kept = now
	desk.status.textContent = desk.say('task.typed.kept', { time: answer.time })
}

/** The draft is another's by now, or closed: sending the form says which. Other faults may pass. */
function stop(desk: Desk, status: number): void {
	const isFinal = status >= 400 && status < 500 && status !== 422 && status !== 429
	desk.isEnded = isFinal
	desk.status.textContent = desk.say(isFinal ? 'task.typed.changed' : 'task.typed.failed')
}

function isAnswer(value: unknown): value is Answer {
	if (typeof value !== 'object' || value === null) return false
	return typeof Reflect.get(value, 'version') === 'number' && typeof Reflect.get(value, 'time') === 'string'
}
