import { sentence } from '#reports/document/pieces.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block } from '#reports/pdf/block.ts'
import { isSince } from '#reports/progress-report/model.ts'
import type { ProgressReport } from '#reports/progress-report/model.ts'

/** How many acts the blocks show, counted on the blocks themselves and not on the record they were made from. */
export function countShown(blocks: readonly Block[]): number {
	const fields = blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []))
	return new Set(fields.flatMap((field) => field.shows ?? [])).size
}

/** What a kind of report is narrowed to. */
export type ShownFilter = 'checkpoint' | 'divergence' | 'status'

/** How many verifications of the plan a narrowed report shows, of how many, and what it is narrowed to. */
export function shownOf(
	{ model }: Pick<ProgressReport, 'model'>,
	{ filter, body }: { readonly filter: ShownFilter; readonly body: readonly Block[] },
	{ say, format }: Words,
): readonly Block[] {
	if (!isSince(model, '5')) return []
	const values = {
		shown: format.count(countShown(body)),
		existing: format.count(model.figures.verifications),
		checkpoint: model.checkpointCode ?? '',
	}
	return [sentence(say(`report.shown.${filter}`, values))]
}
