import { evidenceHref } from '#app/components/addresses.ts'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { useWords } from '#app/components/words.tsx'
import type { EvidenceView, HiddenEvidence, OpenEvidence } from '#app/domain/evidence/view.ts'
import { fileFacts } from './file-words.ts'

/** The evidence put forward with an act: what each piece is, where it leads, and what it says about the claim. */
export function EvidenceList({ evidence }: { evidence: readonly EvidenceView[] }) {
	const { say } = useWords()
	if (evidence.length === 0) return <p className="govuk-body">{say('evidence.none')}</p>
	return (
		<ul className="app-evidence">
			{evidence.map((item, at) => (
				<li key={at}>{item.visibility === 'PROTECTED' ? <Hidden piece={item} /> : <Open piece={item} />}</li>
			))}
		</ul>
	)
}

function Open({ piece }: { piece: OpenEvidence }) {
	const words = useWords()
	const { say, locale } = words
	const text = piece.title ?? webHost(piece.url) ?? say('evidence.untitled')
	const page = piece.id === undefined ? null : evidenceHref(locale, piece.id)
	return (
		<>
			{piece.file && page !== null ? (
				<>
					<a className="govuk-link" href={page}>
						{text}
					</a>{' '}
					({fileFacts(piece.file, words)})
				</>
			) : (
				<SourceLink href={piece.url} text={text} />
			)}
			{' – '}
			{say(`evidence-kind.${piece.kind}`)}
			{piece.stance === null ? null : `, ${say(`stance.${piece.stance}`)}`}
			{piece.file || page === null ? null : (
				<>
					{' · '}
					<a className="govuk-link" href={page}>
						{say('evidence.about')}
						<span className="govuk-visually-hidden"> {text}</span>
					</a>
				</>
			)}
			<Passage piece={piece} />
		</>
	)
}

/** What of a piece matters, and where in it that stands; nothing where its author did not say. */
export function Passage({ piece: { excerpt, locator } }: { piece: { excerpt?: string; locator?: string } }) {
	const { say } = useWords()
	return (
		<>
			{excerpt === undefined ? null : <q className="app-remark">{excerpt}</q>}
			{locator === undefined ? null : (
				<span className="app-remark">{say('evidence.locator.is', { locator })}</span>
			)}
		</>
	)
}

/** That there is a piece, of which kind, and when it becomes public. */
function Hidden({ piece: { id, kind, embargoUntil } }: { piece: HiddenEvidence }) {
	const { say, locale, format } = useWords()
	return (
		<>
			<a className="govuk-link" href={evidenceHref(locale, id)}>
				{say('evidence.protected', { kind: say(`evidence-kind.${kind}`) })}
			</a>
			{embargoUntil === null
				? null
				: `, ${say('evidence.protected.until', { on: format.day(embargoUntil) })}`}
		</>
	)
}
