import { recordHref, recordJsonHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ActInPlan } from '#app/domain/plan-record/queries.server.ts'
import type { RecordView } from '#app/domain/record/view.ts'

type LedgerFactsProps = {
	record: RecordView
	act: Pick<ActInPlan, 'versions' | 'organizationName'>
	/** Address of the page, for citing. */
	address: string
}

/** The act's place in the ledger, whether it still says what was sealed, its other versions, and how to cite it. */
export function LedgerFacts({ record, act, address }: LedgerFactsProps) {
	const { say, format } = useWords()
	const { entry, index, matchesEntry } = record
	const newest = act.versions[0]
	return (
		<section>
			<h2 className="govuk-heading-l">{say('record.ledger')}</h2>
			{matchesEntry ? null : <WarningText>{say('record.differs')}</WarningText>}
			{newest !== undefined && newest > entry.version ? (
				<WarningText>{say('record.superseded', { version: newest })}</WarningText>
			) : null}
			<SummaryList
				rows={[
					{ key: say('record.by'), value: <TextIn text={act.organizationName} /> },
					{ key: say('record.day'), value: <time dateTime={entry.day}>{format.day(entry.day)}</time> },
					{ key: say('record.number'), value: entry.recordId },
					{ key: say('record.position'), value: format.count(index) },
					{ key: say('record.content-hash'), value: <code className="app-hash">{entry.contentHash}</code> },
					{ key: say('record.sealed'), value: say(matchesEntry ? 'record.sealed.yes' : 'record.sealed.no') },
					{
						key: say('record.versions'),
						value: <Versions recordId={entry.recordId} versions={act.versions} />,
					},
					{ key: say('record.cite'), value: <Citation record={record} address={address} /> },
				]}
			/>
			<p className="govuk-body">
				<a className="govuk-link" href={recordJsonHref(entry.recordId, entry.version)}>
					{say('record.json')}
				</a>
			</p>
		</section>
	)
}

function Versions({ recordId, versions }: { recordId: string; versions: readonly number[] }) {
	const { say, locale } = useWords()
	return (
		<ul className="app-plain-list">
			{versions.map((version) => (
				<li key={version}>
					<a className="govuk-link" href={`${recordHref(locale, recordId)}?version=${String(version)}`}>
						{say('record.version', { version })}
					</a>
				</li>
			))}
		</ul>
	)
}

function Citation({ record: { entry, index }, address }: Pick<LedgerFactsProps, 'record' | 'address'>) {
	const { say, format } = useWords()
	const values = { on: format.day(entry.day), version: entry.version, index }
	return <>{say('record.cite.text', { ...values, address: `${address}?version=${String(entry.version)}` })}</>
}
