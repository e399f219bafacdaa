import { Fragment } from 'react'
import { logHref, milestoneHref, recordHref } from '#app/components/addresses.ts'
import { Page } from '#app/components/layout/page.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { HidingView, ListedHiding } from '#app/domain/observation/view.ts'
import { hiddenObservationsHref } from './addresses.ts'

type HiddenObservationsProps = {
	hidings: readonly ListedHiding[]
	/** How many there are on all pages. */
	hidden: number
	/** Observations that were ever published here. */
	published: number
	page: number
	pages: number
	ledgerSize: number
}

/** Every observation that the host hid, for everyone: when, why, and where it stood. */
export function HiddenObservations({ hidings, hidden, published, page, pages }: HiddenObservationsProps) {
	const { say, locale, format } = useWords()
	const shares = { number: format.count(hidden), published: format.count(published) }
	return (
		<Page breadcrumbs={[{ text: say('log.title'), href: logHref(locale) }]}>
			<PageTitle>{say('observation.hidden.title')}</PageTitle>
			<p className="govuk-body">{say('observation.hidden.lead')}</p>
			<p className="govuk-body">{say('observation.hidden.share', shares)}</p>
			{hidings.length === 0 ? null : <HidingTable hidings={hidings} />}
			<Pagination
				previousHref={page > 1 ? hiddenObservationsHref(locale, page - 1) : undefined}
				nextHref={page < pages ? hiddenObservationsHref(locale, page + 1) : undefined}
			/>
		</Page>
	)
}

function HidingTable({ hidings }: { hidings: readonly ListedHiding[] }) {
	const { say, locale, format } = useWords()
	return (
		<Table
			id="hidden"
			caption={say('observation.hidden.list')}
			stacks
			columns={[
				{ head: say('observation.hidden.on') },
				{ head: say('observation.hide.reason') },
				{ head: say('observation.hide.note'), isWide: true },
				{ head: say('observation.hidden.where') },
			]}
			rows={hidings.map((hiding) => ({
				key: hiding.recordId,
				cells: [
					<Fragment key="act">
						<a className="govuk-link" href={recordHref(locale, hiding.recordId)}>
							{format.day(hiding.on)}
						</a>
						{hiding.isDemonstration ? ` (${say('demonstration.mark')})` : null}
					</Fragment>,
					say(`hiding-reason.${hiding.reason}`),
					<TextIn key="note" text={hiding.note} />,
					<Where key="where" hiding={hiding} />,
				],
			}))}
		/>
	)
}

function Where({ hiding: { commitmentId, milestoneId, observationRecordId } }: { hiding: HidingView }) {
	const { say, locale } = useWords()
	return (
		<>
			<a className="govuk-link" href={milestoneHref(locale, commitmentId, milestoneId)}>
				{say('observation.about')}
			</a>
			{' · '}
			<a className="govuk-link" href={recordHref(locale, observationRecordId)}>
				{say('observation.record')}
			</a>
		</>
	)
}
