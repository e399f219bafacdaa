import { receiptFileHref, recordHref } from '#app/components/addresses.ts'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Panel } from '#app/components/ui/panel.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ContributionReceipt as Receipt } from '#app/domain/public-contribution/view.ts'
import { inputHref } from './addresses.ts'

/** What whoever sent a contribution keeps of it: its number, its day and its place in the log. */
export function ContributionReceipt({ receipt }: { receipt: Receipt }) {
	const { say, locale, format } = useWords()
	const { recordId, version, day, position, consultation, isHidden } = receipt
	return (
		<Page member={consultation.member}>
			<Panel title={say('contribution.receipt.title')}>
				{say('receipt.number')}
				<br />
				<strong>{recordId}</strong>
			</Panel>
			<p className="govuk-body">{say('contribution.receipt.lead')}</p>
			{isHidden ? <p className="govuk-body">{say('refusal.contribution_hidden')}</p> : null}
			<SummaryList
				rows={[
					{ key: say('record.day'), value: <time dateTime={day}>{format.day(day)}</time> },
					{ key: say('record.position'), value: format.count(position) },
					{
						key: say('act.consultation.published'),
						value: (
							<a className="govuk-link" href={inputHref(locale, consultation.recordId)}>
								<TextIn text={consultation.title} />
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
					{say('contribution.record')}
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
