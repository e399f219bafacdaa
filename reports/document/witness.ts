import { base64Of, parseCheckpoint, parseNote } from '#app/ledger/checkpoint.ts'
import type { Block, Content } from '#reports/pdf/block.ts'
import type { Attachment } from '#reports/pdf/document.ts'
import type { Words } from './words.ts'

/** The log's signed checkpoint and its key, where the log signs. */
export type Witness = { readonly checkpoint?: string; readonly logKey?: string }

/** The log's checkpoint as every page says it: enough to hold the log to it later. */
export function checkpointLine(
	{ checkpoint }: Pick<Witness, 'checkpoint'>,
	{ say }: Pick<Words, 'say'>,
): readonly string[] {
	const note = checkpoint === undefined ? null : parseNote(checkpoint)
	const parsed = note && parseCheckpoint(note.text)
	if (!parsed) return []
	const { origin, size, root } = parsed
	return [say('report.foot.checkpoint', { origin, size: String(size), root: base64Of(root) })]
}

/** The log's checkpoint and its key, line by line as they were published: they can be typed off the paper. */
export function publishedByLog(
	{ checkpoint, logKey }: Witness,
	{ say }: Pick<Words, 'say'>,
): readonly Block[] {
	const given = [
		{ label: say('report.method.checkpoint'), published: checkpoint },
		{ label: say('report.method.log-key'), published: logKey },
	]
	const fields = given.flatMap(({ label, published }) =>
		published === undefined ? [] : [{ label, contents: linesOf(published) }],
	)
	return fields.length === 0 ? [] : [{ kind: 'fields', fields }]
}

/** The signed checkpoint travels in the file, so that the log can be held to it. */
export function attachedCheckpoint(
	{ checkpoint }: Pick<Witness, 'checkpoint'>,
	{ say }: Pick<Words, 'say'>,
): readonly Attachment[] {
	if (checkpoint === undefined) return []
	const about = say('report.attached.checkpoint')
	return [{ name: 'checkpoint.txt', mediaType: 'text/plain', about, text: checkpoint }]
}

function linesOf(published: string): readonly Content[] {
	const lines = published.split('\n').filter((line) => line !== '')
	return lines.map((text) => ({ kind: 'text', text, tone: 'muted' }))
}
