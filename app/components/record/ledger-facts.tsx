import { receiptFileHref, recordHref, recordJsonHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Standing } from '#app/domain/integrity/rules.ts'
import type { ShownRecord } from '#app/domain/record/view.ts'

type LedgerFactsProps = {
	record: Omit<ShownRecord, 'content'>
	standing: Standing
	/** Whose act it is; null where that is withheld or cannot be told. */
	by: Bilingual | null
	/** Address of the page, for citing. */
	address: string
}

/** The act's place in the ledger, whether it still says what was sealed, its other versions, and how to cite it. */
export function LedgerFacts(props: LedgerFactsProps) {
	const words = useWords()
	const { say } = words
	const { recordId, version, versions, index, isWithdrawn, kind } = props.record
	const newest = versions[0]
	const isReadable = !isWithdrawn || kind === 'verification.withdrawn'
	return (
		<section>
			<h2 className="govuk-heading-l">{say('record.ledger')}</h2>
			{newest !== undefined && newest > version && !isWithdrawn ? (
				<WarningText>{say('record.superseded', { version: newest })}</WarningText>
			) : null}
			<SummaryList rows={rowsOf(props, words)} />
			{index === null ? null : (
				<ul className="app-plain-list">
					{isReadable ? (
						<li>
							<a className="govuk-link" href={recordJsonHref(recordId, version)}>
								{say('record.json')}
							</a>
						</li>
					) : null}
					<li>
						<a className="govuk-link" href={receiptFileHref(recordId, version)}>
							{say('record.receipt')}
						</a>
					</li>
				</ul>
			)}
		</section>
	)
}

function rowsOf({ record, standing, by, address }: LedgerFactsProps, { say, format }: Words): SummaryRow[] {
	const { recordId, version, versions, index, day, contentHash, kind } = record
	const isOfPublic =
		kind === 'observation.published' || (kind === 'public-contribution.published' && by === null)
	const whose = by ? <TextIn text={by} /> : say('record.by.withheld')
	const rows: SummaryRow[] = [{ key: say('record.by'), value: isOfPublic ? say('observation.by') : whose }]
	if (day !== null)
		rows.push({ key: say('record.day'), value: <time dateTime={day}>{format.day(day)}</time> })
	rows.push(
		{ key: say('record.number'), value: recordId },
		{
			key: say('record.position'),
			value: index === null ? say('act.position.none') : format.count(index),
		},
	)
	if (contentHash !== null)
		rows.push({ key: say('record.content-hash'), value: <code className="app-hash">{contentHash}</code> })
	if (!record.isWithdrawn)
		rows.push({
			key: say('record.sealed'),
			value: say(standing === 'as_sealed' ? 'record.sealed.yes' : 'record.sealed.no'),
		})
	rows.push({ key: say('record.versions'), value: <Versions recordId={recordId} versions={versions} /> })
	if (index !== null && day !== null) {
		const values = { on: format.day(day), version, index, address: `${address}?version=${String(version)}` }
		rows.push({ key: say('record.cite'), value: say('record.cite.text', values) })
	}
	return rows
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
