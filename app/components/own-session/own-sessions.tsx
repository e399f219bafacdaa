import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { Tag } from '#app/components/ui/tag.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { OwnSession } from '#app/domain/own-session/view.ts'
import { sessionEndHref, sessionsHref } from './addresses.ts'

type OwnSessionsProps = { sessions: readonly OwnSession[]; person: Signed }

/** On which devices somebody is signed in, and how to end that: one, all others, or all. */
export function OwnSessions({ sessions, person }: OwnSessionsProps) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={tasksHref(locale)}>
			<PageTitle>{say('own-session.title')}</PageTitle>
			<p className="govuk-body">{say('own-session.lead')}</p>
			<Sessions sessions={sessions} />
			{sessions.length > 1 ? (
				<QuestionForm
					action={sessionsHref(locale, 'end-others')}
					button={say('own-session.end-others')}
					variant="secondary"
				/>
			) : null}
			<h2 className="govuk-heading-m">{say('own-session.all')}</h2>
			<p className="govuk-body">{say('own-session.all.text')}</p>
			<QuestionForm
				action={sessionsHref(locale, 'end-all')}
				button={say('own-session.end-all')}
				variant="warning"
			/>
		</WorkspacePage>
	)
}

function Sessions({ sessions }: Pick<OwnSessionsProps, 'sessions'>) {
	const { say } = useWords()
	return (
		<TableRegion
			id="sessions"
			caption={say('own-session.list', { count: sessions.length })}
			stacks
			columns={[
				{ head: say('own-session.which') },
				{ head: say('own-session.began') },
				{ head: say('own-session.used') },
			]}
			rows={sessions.map((session) => ({
				key: session.id,
				cells: [
					<Which key="which" session={session} />,
					<Moment key="began" on={session.beganOn} at={session.beganAt} />,
					<Moment key="used" on={session.usedOn} at={session.usedAt} />,
				],
			}))}
		/>
	)
}

function Moment({ on, at }: { on: string; at: string }) {
	const { say, format } = useWords()
	return <>{say('own-session.moment', { day: format.day(on), time: at })}</>
}

function Which({ session }: { session: OwnSession }) {
	const { say, locale, format } = useWords()
	if (session.isThis) return <Tag>{say('own-session.this')}</Tag>
	const began = say('own-session.moment', { day: format.day(session.beganOn), time: session.beganAt })
	return (
		<>
			<p className="govuk-body">{say('own-session.other')}</p>
			<form method="post" action={sessionEndHref(locale, session.id)}>
				<Button variant="secondary">
					{say('own-session.end')}
					<span className="govuk-visually-hidden"> {say('own-session.end.which', { began })}</span>
				</Button>
			</form>
		</>
	)
}
