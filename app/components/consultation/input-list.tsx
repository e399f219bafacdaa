import { Fragment } from 'react'
import { Page } from '#app/components/layout/page.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { membersHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { WindowState } from '#app/domain/consultation/rules.ts'
import type { ConsultationLine } from '#app/domain/consultation/view.ts'
import { inputHref } from './addresses.ts'
import { coverageText, windowText } from './coverage.tsx'

const IN_ORDER: readonly WindowState[] = ['OPEN', 'AHEAD', 'CLOSED']

/** All consultations of all members: open ones first, then those to come and closed ones, with what was answered. */
export function InputList({ lines }: { lines: readonly ConsultationLine[] }) {
	const { say, locale } = useWords()
	const states = IN_ORDER.map((state) => ({
		state,
		own: lines.filter(({ consultation }) => consultation.state === state),
	}))
	return (
		<Page breadcrumbs={[{ text: say('members.title'), href: membersHref(locale) }]}>
			<PageTitle>{say('inputs.title')}</PageTitle>
			<p className="govuk-body-l">{say('inputs.lead')}</p>
			{lines.length === 0 ? <p className="govuk-body">{say('inputs.none')}</p> : null}
			{states.map(({ state, own }) =>
				own.length === 0 ? null : <StateTable key={state} id={state} lines={own} />,
			)}
		</Page>
	)
}

function StateTable({ id, lines }: { id: WindowState; lines: readonly ConsultationLine[] }) {
	const words = useWords()
	const { say, locale } = words
	return (
		<Table
			id={id.toLowerCase()}
			caption={say(`inputs.state.${id}`)}
			stacks
			columns={[
				{ head: say('desk.consultation.title'), isWide: true },
				{ head: say('inputs.member') },
				{ head: say('inputs.window') },
				{ head: say('inputs.coverage') },
			]}
			rows={lines.map(({ consultation, counts }) => ({
				key: consultation.recordId,
				cells: [
					<a key="title" className="govuk-link" href={inputHref(locale, consultation.recordId)}>
						<TextIn text={consultation.title} />
					</a>,
					<Fragment key="member">
						<TextIn text={consultation.member.name} />
						{consultation.member.isDemonstration ? ` (${say('demonstration.mark')})` : null}
					</Fragment>,
					windowText(consultation, words),
					coverageText(counts, words),
				],
			}))}
		/>
	)
}
