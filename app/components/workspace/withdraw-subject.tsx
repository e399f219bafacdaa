import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { OwnFinding } from '#app/domain/withdrawal/view.ts'
import { receiptHref } from './addresses.ts'

/** Which finding a page of withdrawal is about. What it says is not repeated. */
export function WithdrawSubject({ finding }: { finding: OwnFinding }) {
	const { say, locale, format } = useWords()
	const { recordId, planTitle, commitmentTitle, milestoneTitle, published } = finding
	const rows: SummaryRow[] = [
		{ key: say('withdraw.plan'), value: <TextIn text={planTitle} /> },
		{ key: say('withdraw.commitment'), value: <TextIn text={commitmentTitle} /> },
	]
	if (milestoneTitle) rows.push({ key: say('withdraw.milestone'), value: <TextIn text={milestoneTitle} /> })
	if (published) rows.push({ key: say('withdraw.published'), value: format.day(published.on) })
	rows.push({
		key: say('withdraw.number'),
		value: (
			<a className="govuk-link" href={receiptHref(locale, recordId)}>
				{recordId}
			</a>
		),
	})
	return <SummaryList rows={rows} />
}
