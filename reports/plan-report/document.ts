import type { Block } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import type { ReportDocument } from '#reports/pdf/document.ts'
import { nameOf, phraseOf, wordsIn } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import { progressReport } from '#reports/progress-report/model.ts'
import type { ProgressReport } from '#reports/progress-report/model.ts'
import { planFrame } from './frame.ts'
import type { ReportInput } from './input.ts'

/** How one kind of report is laid out, and the key of its title. */
type Kind = {
	readonly layout: (report: ProgressReport, words: Words) => readonly Block[]
	readonly title: string
	/** What the title says beside plan and member. */
	readonly values?: (input: ReportInput, words: Words) => Readonly<Record<string, string>>
}

/** A report of a plan, titled and framed like the others. */
export function planDocument(input: ReportInput, { layout, title: key, values }: Kind): ReportDocument {
	const { model, snapshotId, locale } = input
	const words = wordsIn(locale)
	const { plan } = model.record
	const named = words.say(key, {
		plan: wordsOf(phraseOf(plan.title, words)),
		member: nameOf(plan.member.name, words),
		...values?.(input, words),
	})
	// On every page, and as the name of the file: whoever holds a page of it sees that it is a draft.
	const title = model.draft ? words.say('report.draft.named', { title: named }) : named
	return {
		blocks: layout(progressReport(model, snapshotId), words),
		frame: planFrame({ model, snapshotId }, title, words),
	}
}
