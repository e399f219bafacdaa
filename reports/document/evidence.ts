import type { EvidenceView, HiddenEvidence, OpenEvidence } from '#app/domain/evidence/view.ts'
import type { Content, Phrase } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import type { Words } from './words.ts'

/** Evidence as it was public on the day of the report, or that there is none. */
export function evidenceContents(
	evidence: readonly EvidenceView[],
	none: string,
	words: Words,
): readonly Content[] {
	if (evidence.length === 0) return [{ kind: 'text', text: none }]
	return evidence.flatMap((item) =>
		item.visibility === 'PROTECTED' ? [hiddenEntry(item, words)] : openEntries(item, words),
	)
}

/** That something was put forward, of which kind, and when it becomes public; nothing else. */
function hiddenEntry({ kind, embargoUntil }: HiddenEvidence, { say, format }: Words): Content {
	const values = { kind: say(`evidence-kind.${kind}`) }
	if (embargoUntil === null) return { kind: 'text', text: say('report.evidence.protected', values) }
	const on = format.day(embargoUntil)
	return { kind: 'text', text: say('report.evidence.embargoed', { ...values, on }) }
}

/** A link and, of a file, the hash by which anyone finds and checks it. */
function openEntries(item: OpenEvidence, { say }: Words): readonly Content[] {
	const kind = say(`evidence-kind.${item.kind}`)
	const note =
		item.stance === null
			? kind
			: say('report.evidence.stance', { kind, stance: say(`stance.${item.stance}`) })
	const text = item.title ?? item.url
	const sha256 = item.file?.sha256
	const entry = linkContent({ text, url: item.url, note })
	if (sha256 !== undefined) {
		return [entry, { kind: 'text', text: say('report.evidence.file', { sha256 }), tone: 'muted' }]
	}
	if (item.archiveUrl === undefined) return [entry]
	return [
		entry,
		{
			kind: 'link',
			text: say('report.evidence.archive'),
			url: linkable(item.archiveUrl),
			note: say('report.evidence.archive.note'),
		},
	]
}

/** A link with what it leads to; what is no web address is written and not linked. */
export function linkContent({ text, url, note }: Link): Content {
	if (/^https?:\/\//i.test(url)) return { kind: 'link', text, url: linkable(url), note }
	const words = wordsOf(text)
	return { kind: 'text', text: note === '' ? words : `${words} (${note})` }
}

type Link = { readonly text: Phrase; readonly url: string; readonly note: string }

/** A link's address holds only letters of ASCII; what is already escaped stays as it is. */
function linkable(url: string): string {
	try {
		return encodeURI(decodeURI(url))
	} catch {
		return encodeURI(url)
	}
}
