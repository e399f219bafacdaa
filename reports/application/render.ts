import type { Locale } from '#app/i18n/locale.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import type { ReportDocument } from '#reports/pdf/document.ts'
import { missingWords } from '#reports/document/letters.ts'
import { nameOf, wordsIn } from '#reports/document/words.ts'
import { layoutApplication } from './layout.ts'
import type { ApplicationModel } from './model.ts'

/** What is drawn: an application and the language around its texts. */
export type ApplicationInput = { readonly model: ApplicationModel; readonly locale: Locale }

/** Draws an application. Depends on its input alone: the same input gives the same bytes. */
export async function renderApplication(input: ApplicationInput): Promise<Uint8Array> {
	const { blocks, frame } = applicationDocument(input)
	return drawDocument(blocks, frame)
}

/** What an application says, and what each of its pages repeats, whatever it is drawn as. */
export function applicationDocument({ model, locale }: ApplicationInput): ReportDocument {
	const words = wordsIn(locale)
	const { say } = words
	const member = nameOf(model.member.name, words)
	const title = say('report.application.title', { member })
	const frame = {
		language: locale,
		title,
		author: member,
		createdAt: new Date(`${model.changed.on}T00:00:00Z`),
		header: { left: title, right: model.member.isDemonstration ? say('report.demonstration') : '' },
		footer: [`${nameOf(model.call.name, words)}: ${say(`application-state.${model.state}`)}`],
		attachments: [],
		pageWords: (page: string, pages: string) => say('report.page', { page, pages }),
		missingWords: missingWords(words),
	}
	return { blocks: layoutApplication(model, words), frame }
}
