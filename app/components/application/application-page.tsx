import { recordHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { Tag } from '#app/components/ui/tag.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { LinkList } from '#app/components/ui/link-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { isBeingWritten } from '#app/domain/application/rules.ts'
import type { ApplicationField, ApplicationView, StepView } from '#app/domain/application/view.ts'
import { applicationHref, applicationsHref, callsHref, exportHref, fieldHref } from './addresses.ts'
import type { ApplicationFacts } from './application-frame.tsx'
import { Deadline, TermText } from './deadline.tsx'
import { ReadOnly } from './field-page.tsx'
import { NextStep } from './next-step.tsx'
import { lengthText } from './length-text.ts'

/** An application at a glance: how it stands, until when, what is missing, and its texts with who stands behind them. */
export function ApplicationPage({ application, person }: ApplicationFacts) {
	const words = useWords()
	const { say, locale } = words
	const { member, call, fields } = application
	return (
		<WorkspacePage person={person} member={member} backHref={applicationsHref(locale)}>
			<PageTitle caption={<TextIn text={member.name} />}>{say('application.title')}</PageTitle>
			<SummaryList
				rows={[
					{
						key: say('application.call'),
						value: (
							<a className="govuk-link" href={callsHref(locale, call.id)}>
								<TextIn text={call.name} />
							</a>
						),
					},
					{
						key: say('application.state'),
						value: <Tag>{say(`application-state.${application.state}`)}</Tag>,
					},
					{ key: say('application.deadline'), value: <Deadline {...application} /> },
					{ key: say('application.term'), value: <TermText term={application.term} call={call} /> },
					{ key: say('application.letters'), value: <Letters application={application} /> },
				]}
			/>
			<ReadOnly application={application} />
			<h2 className="govuk-heading-m">{say('application.texts')}</h2>
			<TaskList idPrefix="field" tasks={fields.map((field) => fieldTask(application, field, words))} />
			<NextStep application={application} />
			<Steps application={application} />
			<Files application={application} />
		</WorkspacePage>
	)
}

function fieldTask(application: ApplicationView, field: ApplicationField, words: Words) {
	const { locale } = words
	const place = { applicationId: application.id, field: field.code }
	const isBegun = field.newest !== null || !application.isWritable
	return {
		title: textIn(field.title, locale)?.text ?? field.code,
		href: fieldHref(locale, place, isBegun ? undefined : 'write'),
		hint: field.newest === null ? undefined : lengthText(field.newest.text, field, words),
		status: <FieldStatus application={application} field={field} />,
	}
}

/** How far a field is; of one that one side stands behind, which side is missing. */
function FieldStatus({ application, field }: { application: ApplicationView; field: ApplicationField }) {
	const { say } = useWords()
	if (field.state !== 'ONE_SIDE') return <>{say(`application-field.${field.state}`)}</>
	const isOwn = field.confirmations[application.side]?.version === field.newest?.version
	return <>{say(isOwn ? 'application-field.waits-for-other' : 'application-field.waits-for-you')}</>
}

function Letters({ application }: { application: ApplicationView }) {
	const { say, format, locale } = useWords()
	const { letters, lettersMissing } = application
	return (
		<>
			{letters.length === 0
				? say('application.letters.none')
				: say('application.letters.count', { count: letters.length, letters: format.count(letters.length) })}
			{lettersMissing.length === 0 ? null : (
				<>
					<br />
					{say('application.letters.missing', {
						kinds: format.list(lettersMissing.map((kind) => say(`letter-kind.${kind}`))),
					})}
				</>
			)}
			<br />
			<a className="govuk-link" href={applicationHref(locale, application.id, 'letters')}>
				{say('application.letters.see')}
			</a>
		</>
	)
}

function Steps({ application: { id, steps } }: { application: ApplicationView }) {
	const words = useWords()
	const { say, locale } = words
	const isPublic = steps.some(({ state }) => state === 'SUBMITTED')
	return (
		<>
			<Table
				id="steps"
				caption={say('application.steps')}
				columns={[
					{ head: say('application.state') },
					{ head: say('application.step.day') },
					{ head: say('application.step.by') },
				]}
				rows={steps.map((step) => ({ key: String(step.position), cells: stepCells(step, steps, words) }))}
				stacks
			/>
			{isPublic ? (
				<p className="govuk-body">
					<a className="govuk-link" href={recordHref(locale, id)}>
						{say('application.record')}
					</a>
				</p>
			) : null}
		</>
	)
}

function stepCells(step: StepView, steps: readonly StepView[], { say, format }: Words) {
	const { state, onDay, organizationName, role, url, note, reason, position } = step
	const isMistaken = steps.some(({ corrects }) => corrects === position)
	return [
		<>
			{say(`application-state.${state}`)}
			{url === null ? null : (
				<>
					{' '}
					<SourceLink href={url} text={webHost(url) ?? url} />
				</>
			)}
			{note === null ? null : <span className="app-remark">{note}</span>}
			{isMistaken ? <span className="app-remark">{say('application.step.mistaken')}</span> : null}
			{reason === null ? null : (
				<span className="app-remark">{say('application.step.corrects', { reason })}</span>
			)}
		</>,
		format.day(onDay),
		<>
			<TextIn text={organizationName} /> ({say(`role.${role}`)})
		</>,
	]
}

function Files({ application: { id, state } }: { application: ApplicationView }) {
	const { say, locale } = useWords()
	const links = [
		{ href: applicationHref(locale, id, 'history'), text: say('application.history') },
		{ href: exportHref(locale, id, 'pdf'), text: say('application.export.pdf') },
		{ href: exportHref(locale, id, 'txt'), text: say('application.export.txt') },
	]
	return (
		<section>
			<h2 className="govuk-heading-m">{say('application.export')}</h2>
			<p className="govuk-body">
				{say(isBeingWritten(state) ? 'application.export.draft' : 'application.export.sent')}
			</p>
			<LinkList links={links} />
		</section>
	)
}
