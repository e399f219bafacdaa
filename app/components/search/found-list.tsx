import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Found } from '#app/domain/search/view.ts'
import { foundHref } from './addresses.ts'
import { MarkedIn } from './marked-in.tsx'

/** Things that were found, each with what it is, whose it is, and where the words stand in it. */
export function FoundList({ found }: { found: readonly Found[] }) {
	return (
		<ol className="app-plain-list">
			{found.map((one) => (
				<li key={one.id} className="app-found">
					<FoundThing found={one} />
				</li>
			))}
		</ol>
	)
}

function FoundThing({ found }: { found: Found }) {
	const { say, locale, format } = useWords()
	const { kind, title, member, organization, publishedOn, snippet } = found
	return (
		<>
			<a className="govuk-link" href={foundHref(locale, found)}>
				<MarkedIn text={title} missing={say('commitment.untitled')} />
			</a>
			<span className="app-line app-quiet">
				{say(`found-kind.one.${kind}`)}
				{member && kind !== 'MEMBER' ? (
					<>
						{' · '}
						<TextIn text={member.name} />
					</>
				) : null}
				{member?.isDemonstration ? ` (${say('demonstration.mark')})` : null}
				{organization ? (
					<>
						{' · '}
						<TextIn text={organization} />
					</>
				) : null}
				{publishedOn === null ? null : ` · ${format.day(publishedOn)}`}
			</span>
			<span className="app-line">
				<MarkedIn text={snippet} />
			</span>
		</>
	)
}
