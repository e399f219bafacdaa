import { milestoneHref, receiptFileHref, recordHref } from '#app/components/addresses.ts'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Panel } from '#app/components/ui/panel.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ObservationReceipt as Receipt } from '#app/domain/observation/view.ts'

/** What whoever sent an observation keeps of it: its number, its day and its place in the log. */
export function ObservationReceipt({ receipt }: { receipt: Receipt }) {
	const { say, locale, format } = useWords()
	const { recordId, version, day, position, milestone, isHidden } = receipt
	return (
		<Page member={milestone.member}>
			<Panel title={say('observation.receipt.title')}>
				{say('receipt.number')}
				<br />
				<strong>{recordId}</strong>
			</Panel>
			<p className="govuk-body">{say('observation.receipt.lead')}</p>
			{isHidden ? <p className="govuk-body">{say('refusal.observation_hidden')}</p> : null}
			<SummaryList
				rows={[
					{ key: say('record.day'), value: <time dateTime={day}>{format.day(day)}</time> },
					{ key: say('record.position'), value: format.count(position) },
					{
						key: say('observation.about'),
						value: (
							<a className="govuk-link" href={milestoneHref(locale, milestone.commitment.id, milestone.id)}>
								<TextIn text={milestone.title} missing={say('milestone.untitled')} />
							</a>
						),
					},
				]}
			/>
			<Onward recordId={recordId} version={version} />
		</Page>
	)
}

function Onward({ recordId, version }: Pick<Receipt, 'recordId' | 'version'>) {
	const { say, locale } = useWords()
	return (
		<ul className="app-plain-list">
			<li>
				<a className="govuk-link" href={recordHref(locale, recordId)}>
					{say('observation.record')}
				</a>
			</li>
			<li>
				<a className="govuk-link" href={receiptFileHref(recordId, version)}>
					{say('record.receipt')}
				</a>
			</li>
		</ul>
	)
}
