import { snapshotText } from '#app/domain/report/rules.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { frameOf } from '#reports/document/frame.ts'
import type { Words } from '#reports/document/words.ts'
import type { Attachment, Frame } from '#reports/pdf/document.ts'

/** What every page of a report of a plan repeats; the frozen model travels in the file, so that it can be drawn anew. */
export function planFrame(
	{ model, snapshotId }: { readonly model: ReportModel; readonly snapshotId: string },
	title: string,
	words: Words,
): Frame {
	const { say, format } = words
	const { plan, ledgerSize } = model.record
	const size = format.count(ledgerSize)
	const frame = frameOf(
		{
			title,
			author: plan.member.name,
			onDay: model.asOfOn,
			isDemonstration: plan.member.isDemonstration,
			foot: [say('report.statement'), say('report.foot.snapshot', { id: snapshotId, size })],
			witness: model,
		},
		words,
	)
	const attachments = [...frame.attachments, ...attachedSnapshot(model, words)]
	return { ...frame, attachments, edition: editionOf(model) }
}

/** Reports that were frozen under the first templates are drawn as they were then, byte for byte. */
function editionOf({ templateVersion }: ReportModel): 'first' | 'second' {
	return templateVersion === '1' || templateVersion === '2' ? 'first' : 'second'
}

function attachedSnapshot(model: ReportModel, { say }: Words): readonly Attachment[] {
	if (model.checkpoint === undefined) return []
	const about = say('report.attached.snapshot')
	const text = snapshotText(model)
	return [{ name: 'snapshot.json', mediaType: 'application/json', about, text, relationship: 'Source' }]
}
