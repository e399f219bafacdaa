import { milestoneHref, commitmentHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CommitmentRecord, RelatedRecord } from '#app/domain/action-plan/view.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'

type Stood = Pick<CommitmentRecord, 'standing' | 'successors' | 'predecessors'>

/** What became of a record, and the records that it goes on as or from. Nothing where it stands as first published. */
export function StandingNote({ record }: { record: Stood }) {
	const { say } = useWords()
	const { standing, successors = [], predecessors = [] } = record
	if (standing === undefined && successors.length + predecessors.length === 0) return null
	return (
		<InsetText>
			{standing === undefined ? null : (
				<p className="govuk-body">
					<strong>{say(`standing.${standing}`)}.</strong> {hasEnded(standing) ? say('amendment.ended') : null}
				</p>
			)}
			<Related word={say('amendment.becomes')} records={successors} />
			<Related word={say('amendment.comes-from')} records={predecessors} />
		</InsetText>
	)
}

function Related({ word, records }: { word: string; records: readonly RelatedRecord[] }) {
	const { say, locale } = useWords()
	if (records.length === 0) return null
	return (
		<>
			<p className="govuk-body">{word}:</p>
			<ul className="govuk-list govuk-list--bullet">
				{records.map((record) => (
					<li key={record.id}>
						{record.number}{' '}
						<a className="govuk-link" href={hrefOf(record, locale)}>
							<TextIn text={record.title} missing={say('amendment.untitled')} />
						</a>
					</li>
				))}
			</ul>
		</>
	)
}

function hrefOf({ id, commitmentId }: RelatedRecord, locale: 'en' | 'id'): string {
	return id === commitmentId ? commitmentHref(locale, id) : milestoneHref(locale, commitmentId, id)
}
