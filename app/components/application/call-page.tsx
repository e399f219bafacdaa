import { memberHref, recordHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CallPage as Call, ListedCall } from '#app/domain/application-call/view.ts'
import { callsHref } from './addresses.ts'
import { CallVersions } from './call-changes.tsx'
import { AskedFields, CallSource, NoteItems, StageItems, lettersText, monthsText } from './call-part.tsx'
import { Deadline } from './deadline.tsx'

/** All calls of OGP Local that the site knows, the newest first. */
export function CallsPage({ calls }: { calls: readonly ListedCall[] }) {
	const { say, locale } = useWords()
	return (
		<Page>
			<PageTitle>{say('calls.title')}</PageTitle>
			<p className="govuk-body-l">{say('calls.lead')}</p>
			<Table
				id="calls"
				caption={<span className="govuk-visually-hidden">{say('calls.title')}</span>}
				columns={[{ head: say('application.call') }, { head: say('application.deadline') }]}
				rows={calls.map(({ call, standing }) => ({
					key: call.id,
					cells: [
						<a key={call.id} className="govuk-link" href={callsHref(locale, call.id)}>
							<TextIn text={call.name} />
						</a>,
						<Deadline key={call.id} call={call} standing={standing} />,
					],
				}))}
				stacks
			/>
		</Page>
	)
}

/** A call: its days, what its form asks, what those who apply are judged by, and who applied here in public. */
export function CallPage(props: Call) {
	const { call, applications, versions } = props
	const { say, locale, format } = useWords()
	return (
		<Page breadcrumbs={[{ text: say('calls.title'), href: callsHref(locale) }]}>
			<PageTitle caption={say('call.caption')}>
				<TextIn text={call.name} />
			</PageTitle>
			{call.isDemonstration ? <p className="govuk-body">{say('call.demonstration')}</p> : null}
			<CallFacts {...props} />
			<Criteria call={call} />
			<Asked {...props} />
			<Stages call={call} />
			<Notes call={call} />
			<CallVersions versions={versions} />
			<h2 className="govuk-heading-m">{say('call.applications')}</h2>
			{applications.length === 0 ? <p className="govuk-body">{say('call.applications.none')}</p> : null}
			<ul className="govuk-list">
				{applications.map(({ recordId, member, state, onDay }) => (
					<li key={recordId}>
						<a className="govuk-link" href={memberHref(locale, member.id)}>
							<TextIn text={member.name} />
						</a>
						{': '}
						<a className="govuk-link" href={recordHref(locale, recordId)}>
							{say('call.application', { state: say(`application-state.${state}`), on: format.day(onDay) })}
						</a>
					</li>
				))}
			</ul>
		</Page>
	)
}

function CallFacts({ call, standing }: Call) {
	const words = useWords()
	const { say, format } = words
	const day = (given: string | null) => (given === null ? say('missing.date') : format.day(given))
	const extended = call.extendedTo === null ? say('call.extended.not') : day(call.extendedTo)
	return (
		<SummaryList
			rows={[
				{ key: say('application.deadline'), value: <Deadline call={call} standing={standing} /> },
				{ key: say('call.opens'), value: day(call.opensOn) },
				{ key: say('call.closes'), value: day(call.closesOn) },
				{ key: say('call.extended'), value: extended },
				...(call.hasFullApplication
					? [{ key: say('call.full-application'), value: day(call.fullApplicationUntil) }]
					: []),
				{ key: say('call.results'), value: day(call.resultsOn) },
				{ key: say('call.months'), value: monthsText(call, words) },
				{ key: say('application.letters'), value: lettersText(call, words) },
				{ key: say('call.source'), value: <CallSource call={call} /> },
			]}
		/>
	)
}

function Criteria({ call: { criteria } }: Pick<Call, 'call'>) {
	const { say } = useWords()
	if (criteria.length === 0) return null
	return (
		<>
			<h2 className="govuk-heading-m">{say('call.criteria')}</h2>
			<ol className="govuk-list govuk-list--number">
				{criteria.map((text, at) => (
					<li key={at}>
						<TextIn text={text} />
					</li>
				))}
			</ol>
		</>
	)
}

/** What the form asks, with its limits, and the version of the set of fields. */
function Asked({ fieldSet }: Call) {
	const { say } = useWords()
	return (
		<>
			<h2 className="govuk-heading-m">{say('call.fields')}</h2>
			<AskedFields fields={fieldSet.fields} />
			<p className="app-quiet">
				{say('call.field-set', { set: fieldSet.id })}{' '}
				{fieldSet.note.en || fieldSet.note.id ? <TextIn text={fieldSet.note} /> : null}{' '}
				{say('provenance.source', { source: fieldSet.source })}
			</p>
		</>
	)
}

function Stages({ call: { stages } }: Pick<Call, 'call'>) {
	const { say } = useWords()
	if (stages.length === 0) return null
	return (
		<>
			<h2 className="govuk-heading-m">{say('call.stages')}</h2>
			<ol className="govuk-list govuk-list--number">
				<StageItems stages={stages} />
			</ol>
		</>
	)
}

function Notes({ call: { notes } }: Pick<Call, 'call'>) {
	const { say } = useWords()
	if (notes.length === 0) return null
	return (
		<>
			<h2 className="govuk-heading-m">{say('call.notes')}</h2>
			<ul className="govuk-list govuk-list--bullet">
				<NoteItems notes={notes} />
			</ul>
		</>
	)
}
