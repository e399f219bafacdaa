import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { ListedCall } from '#app/domain/application-call/view.ts'
import { callsHref, writableCallsHref } from './addresses.ts'
import { Deadline } from './deadline.tsx'

type Props = { calls: readonly ListedCall[]; person: Signed }

/** The calls, each with the way to extend or correct it, and the way to publish another. */
export function WritableCalls({ calls, person }: Props) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={tasksHref(locale)}>
			<PageTitle>{say('call-version.list.title')}</PageTitle>
			<p className="govuk-body-l">{say('call-version.list.lead')}</p>
			<p className="govuk-body">
				<a className="govuk-link" href={writableCallsHref(locale, 'new')}>
					{say('call-version.title.new')}
				</a>
			</p>
			<Table
				id="calls"
				caption={say('calls.title')}
				captionSize="s"
				stacks
				columns={[
					{ head: say('application.call'), isWide: true },
					{ head: say('application.deadline') },
					{ head: say('rule-version.list.ways') },
				]}
				rows={calls.map(({ call, standing }) => ({
					key: call.id,
					cells: [
						<a key="call" className="govuk-link" href={callsHref(locale, call.id)}>
							<TextIn text={call.name} />
						</a>,
						<Deadline key="deadline" call={call} standing={standing} />,
						<a key="new" className="govuk-link" href={writableCallsHref(locale, { callId: call.id })}>
							{say('call-version.correct')}{' '}
							<span className="govuk-visually-hidden">
								<TextIn text={call.name} />
							</span>
						</a>,
					],
				}))}
			/>
		</WorkspacePage>
	)
}
