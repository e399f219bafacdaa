import { fileSize } from '#app/components/evidence/file-words.ts'
import { FILE_MAX_BYTES } from '#app/domain/upload/rules.ts'
import { formatIn } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { sendFile } from './resumable-upload.ts'
import {
	sendingParts,
	showArrived,
	showFault,
	showNothing,
	showProgress,
	showStarted,
} from './sending-parts.ts'
import type { SendingParts } from './sending-parts.ts'
import { openWords } from './upload-words.ts'

// The script of the pages that ask for a file. A chosen file is sent at once, piece by piece, while the rest of the
// form is filled in; the form then names it instead of carrying it. Whatever goes wrong here, the plain form works.

const lang = document.documentElement.lang
const locale = isLocale(lang) ? lang : 'en'

type Words = { readonly say: ReturnType<typeof openWords>; readonly format: ReturnType<typeof formatIn> }

type Desk = {
	readonly parts: SendingParts
	readonly words: Words
	/** What ends the sending; null where nothing is on its way or here. */
	stop: (() => void) | null
	isSending: boolean
	/** The button by which the form was sent while the file was still on its way. */
	heldFor: HTMLElement | null
}

for (const place of document.querySelectorAll<HTMLElement>('[data-upload-words]')) {
	const parts = sendingParts(place)
	const words = { say: openWords(place.dataset.uploadWords), format: formatIn(locale) }
	if (parts) begin({ parts, words, stop: null, isSending: false, heldFor: null })
}

function begin(desk: Desk): void {
	const { input, form, button, status } = desk.parts
	input.addEventListener('change', () => {
		clear(desk)
		const file = input.files?.[0]
		if (file) send(desk, file)
	})
	button.addEventListener('click', () => {
		clear(desk)
		input.value = ''
		input.focus()
	})
	form.addEventListener('submit', (event) => {
		if (!desk.isSending) return
		event.preventDefault()
		desk.heldFor = event.submitter
		status.textContent = desk.words.say('upload.waits')
	})
}

/** Puts an end to whatever is on its way. */
function clear(desk: Desk): void {
	desk.stop?.()
	Object.assign(desk, { stop: null, isSending: false, heldFor: null })
	showNothing(desk.parts)
}

function send(desk: Desk, file: File): void {
	const { parts, words } = desk
	const { say } = words
	if (file.size > FILE_MAX_BYTES) {
		refuse(desk, say('upload.refused.TOO_LARGE'))
		return
	}
	desk.isSending = true
	showStarted(parts, { text: say('upload.started'), button: say('upload.cancel') })
	tell(desk, 0, file.size)
	desk.stop = sendFile(file, locale, {
		onProgress: (sent, total) => tell(desk, sent, total),
		onRefused: (message) => refuse(desk, message),
		onArrived: (upload) => {
			desk.isSending = false
			const text = say('upload.arrived', { name: file.name, size: fileSize(file.size, words) })
			showArrived(parts, { upload, text, button: say('upload.take-out') })
			if (desk.heldFor) parts.form.requestSubmit(desk.heldFor)
		},
	})
}

function tell({ parts, words }: Desk, sent: number, total: number): void {
	const share = words.format.percent(total === 0 ? 0 : sent / total)
	const values = { share, sent: fileSize(sent, words), total: fileSize(total, words) }
	const text = words.say(sent < total ? 'upload.progress.share' : 'upload.cleaning', values)
	showProgress(parts, { sent, total, text })
}

/** What the site refused (with a sentence) is not sent once more; what a line lost, the form sends itself. */
function refuse(desk: Desk, message: string | null): void {
	const { parts, words } = desk
	clear(desk)
	if (message !== null) parts.input.value = ''
	showFault(parts, words.say('ui.error.prefix'), message ?? words.say('upload.broken-off'))
}
