import { recordHref } from '#app/components/addresses.ts'
import { Details } from '#app/components/ui/details.tsx'
import { useWords } from '#app/components/words.tsx'

/** Records that are listed before the others are closed away. */
const SHOWN_AT_ONCE = 8

/** Characters of a record's number that tell it from others of its kind. */
const NUMBER_LENGTH = 8

type RecordLinksProps = { records: readonly string[]; kinds: Readonly<Record<string, string>> }

/** The records behind a level, each with its address in the public record. */
export function RecordLinks({ records, kinds }: RecordLinksProps) {
	const { say, format } = useWords()
	if (records.length === 0) return <p className="govuk-body">{say('expectation.records.none')}</p>
	const rest = records.slice(SHOWN_AT_ONCE)
	return (
		<>
			<LinkList records={records.slice(0, SHOWN_AT_ONCE)} kinds={kinds} />
			{rest.length === 0 ? null : (
				<Details
					summary={say('expectation.records.more', {
						count: rest.length,
						shown: format.count(rest.length),
					})}
				>
					<LinkList records={rest} kinds={kinds} />
				</Details>
			)}
		</>
	)
}

function LinkList({ records, kinds }: RecordLinksProps) {
	const { say, locale } = useWords()
	return (
		<ul className="govuk-list">
			{records.map((recordId) => {
				const kind = kinds[recordId]
				return (
					<li key={recordId}>
						<a className="govuk-link" href={recordHref(locale, recordId)}>
							{say('expectation.record', {
								kind: kind === undefined ? say('expectation.record.unknown') : say(`act.${kind}`),
								number: recordId.slice(0, NUMBER_LENGTH),
							})}
						</a>
					</li>
				)
			})}
		</ul>
	)
}
