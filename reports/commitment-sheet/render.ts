import type { Locale } from '#app/i18n/locale.ts'
import { standFrame } from '#reports/document/stand-frame.ts'
import { numberedTitle } from '#reports/document/pieces.ts'
import { wordsIn } from '#reports/document/words.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import type { ReportDocument } from '#reports/pdf/document.ts'
import { layoutCommitmentSheet } from './layout.ts'
import type { CommitmentSheetModel } from './model.ts'

/** What is drawn: a commitment as it stands, and the language. */
export type CommitmentSheetInput = { readonly model: CommitmentSheetModel; readonly locale: Locale }

/** Draws the sheet of a commitment. Depends on its input alone: the same input gives the same bytes. */
export async function renderCommitmentSheet(input: CommitmentSheetInput): Promise<Uint8Array> {
	const { blocks, frame } = commitmentSheetDocument(input)
	return drawDocument(blocks, frame)
}

/** What the sheet says, and what each of its pages repeats, whatever it is drawn as. */
export function commitmentSheetDocument({ model, locale }: CommitmentSheetInput): ReportDocument {
	const words = wordsIn(locale)
	const { row, plan, asOfOn, ledgerSize } = model
	const { number, title } = row.commitment
	const frame = standFrame(
		{
			title: wordsOf(numberedTitle(number, title, words)),
			of: plan.member,
			asOfOn,
			ledgerSize,
			statement: words.say('report.statement'),
			witness: model,
		},
		words,
	)
	return { blocks: layoutCommitmentSheet(model, words), frame }
}
