import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { useWords } from '#app/components/words.tsx'
import type { EvidenceView } from '#app/domain/evidence/view.ts'

/** The links put forward with an act: what each is, where it leads, and what it says about the claim. */
export function EvidenceList({ evidence }: { evidence: readonly EvidenceView[] }) {
	const { say } = useWords()
	if (evidence.length === 0) return <p className="govuk-body">{say('evidence.none')}</p>
	return (
		<ul className="app-evidence">
			{evidence.map((item, at) => (
				<li key={at}>
					<SourceLink href={item.url} text={item.title ?? webHost(item.url) ?? say('evidence.untitled')} />
					{' – '}
					{say(`evidence-kind.${item.kind}`)}
					{item.stance === null ? null : `, ${say(`stance.${item.stance}`)}`}
				</li>
			))}
		</ul>
	)
}
