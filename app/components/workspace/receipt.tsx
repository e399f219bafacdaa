import { recordHref, recordJsonHref, tasksHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Panel } from '#app/components/ui/panel.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ReceiptView, Successor } from '#app/domain/receipt/view.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { subjectHref, taskHref } from './addresses.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

/** What an organization holds in hand after it published something. */
export function Receipt({ receipt, person }: { receipt: ReceiptView; person: Signed }) {
	const { say, locale, format } = useWords()
	const { recordId, version } = receipt
	return (
		<WorkspacePage person={person} member={receipt.member}>
			<Panel title={say('receipt.title')}>
				{say('receipt.number')}
				<br />
				<strong>{say('receipt.number.value', { recordId, version })}</strong>
			</Panel>
			<SummaryList
				rows={[
					{ key: say('receipt.kind'), value: say(`receipt.kind.${receipt.kind}`) },
					{ key: say('receipt.organization'), value: <TextIn text={receipt.organization} /> },
					{ key: say('receipt.day'), value: <time dateTime={receipt.day}>{format.day(receipt.day)}</time> },
					{ key: say('receipt.position'), value: format.count(receipt.position) },
					{ key: say('receipt.hash'), value: <code className="app-address">{receipt.contentHash}</code> },
				]}
			/>
			<p className="govuk-body">{say('receipt.keep')}</p>
			<WaysOn receipt={receipt} />
			<ButtonLink href={tasksHref(locale)} variant="secondary">
				{say('workspace.to-tasks')}
			</ButtonLink>
		</WorkspacePage>
	)
}

function WaysOn({ receipt }: { receipt: ReceiptView }) {
	const { say, locale } = useWords()
	const { recordId, version } = receipt
	return (
		<ul className="govuk-list">
			<li>
				<a className="govuk-link" href={recordHref(locale, recordId)}>
					{say('receipt.record')}
				</a>
			</li>
			<li>
				<a className="govuk-link" href={recordJsonHref(recordId, version)}>
					{say('receipt.json')}
				</a>
			</li>
			{receipt.successor ? (
				<li>
					<a className="govuk-link" href={successorHref(locale, receipt.successor)}>
						{say('receipt.successor')}
					</a>
				</li>
			) : null}
		</ul>
	)
}

function successorHref(locale: Locale, successor: Successor): string {
	return successor.kind === 'report' ? taskHref(locale, successor, 'level') : subjectHref(locale, successor)
}
