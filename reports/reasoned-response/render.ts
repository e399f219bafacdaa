import type { Locale } from '#app/i18n/locale.ts'
import { standFrame } from '#reports/document/stand-frame.ts'
import { nameOf, wordsIn } from '#reports/document/words.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import type { ReportDocument } from '#reports/pdf/document.ts'
import { layoutReasonedResponse } from './layout.ts'
import type { ReasonedResponseModel } from './model.ts'

/** What is drawn: the answers to a consultation, and the language. */
export type ReasonedResponseInput = { readonly model: ReasonedResponseModel; readonly locale: Locale }

/** Draws a reasoned response. Depends on its input alone: the same input gives the same bytes. */
export async function renderReasonedResponse(input: ReasonedResponseInput): Promise<Uint8Array> {
	const { blocks, frame } = reasonedResponseDocument(input)
	return drawDocument(blocks, frame)
}

/** What a reasoned response says, and what each of its pages repeats, whatever it is drawn as. */
export function reasonedResponseDocument({ model, locale }: ReasonedResponseInput): ReportDocument {
	const words = wordsIn(locale)
	const { consultation, ledgerSize } = model.response
	const { member, today, title } = consultation
	const frame = standFrame(
		{
			title: words.say('report.response.title', { title: nameOf(title, words) }),
			of: member,
			asOfOn: today,
			ledgerSize,
			statement: words.say('report.response.statement'),
			witness: model,
		},
		words,
	)
	return { blocks: layoutReasonedResponse(model, words), frame }
}
