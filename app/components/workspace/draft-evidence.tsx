import { Passage } from '#app/components/evidence/evidence-list.tsx'
import { SourceLink } from '#app/components/source-link.tsx'
import { fileFacts, removedWords } from '#app/components/evidence/file-words.ts'
import { useWords } from '#app/components/words.tsx'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import { uploadedFileHref } from './addresses.ts'

/** The evidence of a draft, as its own side sees it: protected pieces in full, with who may see them. */
export function DraftEvidence({ pieces }: { pieces: readonly DraftPiece[] }) {
	const { say } = useWords()
	if (pieces.length === 0) return <p className="govuk-body">{say('evidence.none')}</p>
	return (
		<ul className="app-evidence">
			{pieces.map((piece, at) => (
				<li key={at}>
					<DraftPieceText piece={piece} />
				</li>
			))}
		</ul>
	)
}

/** One piece of a draft. */
export function DraftPieceText({ piece }: { piece: DraftPiece }) {
	const words = useWords()
	const { say, locale } = words
	const { file, upload, altText, archiveUrl } = piece
	return (
		<>
			{file && upload !== undefined ? (
				<a className="govuk-link" href={uploadedFileHref(locale, upload)}>
					{piece.title}
				</a>
			) : file ? (
				piece.title
			) : (
				<SourceLink href={piece.url} text={piece.title} />
			)}
			{' – '}
			{say(`evidence-kind.${piece.kind}`)}
			{piece.stance === undefined ? null : `, ${say(`stance.${piece.stance}`)}`}
			{file ? (
				<span className="app-remark">
					{fileFacts(file, words)}.{' '}
					{say('evidence.removed.list', { removed: removedWords(file.removed, words) })}
				</span>
			) : null}
			{altText === undefined ? null : (
				<span className="app-remark">{say('evidence.alt-text.is', { text: altText })}</span>
			)}
			{archiveUrl === undefined ? null : (
				<span className="app-remark">
					{say('evidence.archive')}: <span className="app-address">{archiveUrl}</span>
				</span>
			)}
			<Passage piece={piece} />
			<Protection piece={piece} />
		</>
	)
}

function Protection({ piece: { visibility, readers = [], embargoUntil } }: { piece: DraftPiece }) {
	const { say, format } = useWords()
	if (visibility !== 'PROTECTED') return null
	return (
		<span className="app-remark">
			<strong>{say('evidence.protected.mark')}</strong>{' '}
			{readers.length === 0
				? say('evidence.protected.own-only')
				: say('evidence.protected.readers', { readers: format.list(readers) })}
			{embargoUntil === undefined ? null : ` ${say('evidence.embargo.is', { on: format.day(embargoUntil) })}`}
		</span>
	)
}
