import { numberOfSnapshot } from '#app/domain/report/rules.ts'
import type { ProgressReport } from '#reports/progress-report/model.ts'
import { publishedByLog } from '#reports/document/witness.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block } from '#reports/pdf/block.ts'

/** What a report of a plan rests on, and how anyone checks it. */
export function planMethod({ model, snapshotId }: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	const { ruleSet, ledgerSize } = model.record
	const sentences = [
		say('report.statement'),
		say('report.method.levels'),
		say('report.method.unknown'),
		say('report.method.rule-set', { version: ruleSet.version, from: format.day(ruleSet.validFrom) }),
		say('report.method.snapshot', {
			id: snapshotId,
			size: format.count(ledgerSize),
			template: model.templateVersion,
		}),
		say('report.method.letters'),
		...(model.checkpoint === undefined ? [] : [say('report.method.check')]),
	]
	return [
		{ kind: 'heading', level: 1, text: say('report.method'), bookmark: true },
		// Kept together, so that the report does not end on a page with a few lines.
		...sentences.map((text, index): Block => ({
			kind: 'paragraph',
			text,
			keep: index < sentences.length - 1,
		})),
		...checkBlocks({ model, snapshotId }, words),
		...publishedByLog(model, words),
	]
}

type Named = Pick<ProgressReport, 'model' | 'snapshotId'>

/** A code that leads from paper to the plan's reports, which say what the snapshot of that number is. */
function checkBlocks({ model, snapshotId }: Named, { say, locale }: Words): readonly Block[] {
	const { site, withdrawnSince, record, draft } = model
	// The number of a draft leads nowhere: nothing is published under it.
	if (site === undefined || draft !== undefined) return []
	const sealed = withdrawnSince?.snapshotHash ?? snapshotId
	const plan = `${site}/${locale}/plans/${encodeURIComponent(record.plan.id)}`
	const address = `${plan}/reports?snapshot=${numberOfSnapshot(sealed)}`
	return [
		{ kind: 'qr', address, label: say('report.check.label'), alt: say('report.check.alt', { address }) },
	]
}
