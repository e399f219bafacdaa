import type { Locale } from '#app/i18n/locale.ts'
import { standFrame } from '#reports/document/stand-frame.ts'
import { nameOf, wordsIn } from '#reports/document/words.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import type { ReportDocument } from '#reports/pdf/document.ts'
import { layoutRepositoryIndex } from './layout.ts'
import type { RepositoryIndexModel } from './model.ts'

/** What is drawn: the documents of a member, and the language. */
export type RepositoryIndexInput = { readonly model: RepositoryIndexModel; readonly locale: Locale }

/** Draws the index of a repository. Depends on its input alone: the same input gives the same bytes. */
export async function renderRepositoryIndex(input: RepositoryIndexInput): Promise<Uint8Array> {
	const { blocks, frame } = repositoryIndexDocument(input)
	return drawDocument(blocks, frame)
}

/** What the index says, and what each of its pages repeats, whatever it is drawn as. */
export function repositoryIndexDocument({ model, locale }: RepositoryIndexInput): ReportDocument {
	const words = wordsIn(locale)
	const { member, asOfOn, ledgerSize } = model.index
	const frame = standFrame(
		{
			title: words.say('report.repository.title', { member: nameOf(member.name, words) }),
			of: member,
			asOfOn,
			ledgerSize,
			statement: words.say('report.repository.foot'),
			witness: model,
		},
		words,
	)
	return { blocks: layoutRepositoryIndex(model, words), frame }
}
