import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { ApplicationEvent } from '#app/domain/application-history/view.ts'
import type { ApplicationView } from '#app/domain/application/view.ts'
import { ApplicationFrame } from './application-frame.tsx'
import type { ApplicationFacts } from './application-frame.tsx'

type HistoryProps = ApplicationFacts & { events: readonly ApplicationEvent[] }

/** Who changed what in an application and when, the newest first, with every text as it was. */
export function HistoryPage({ application, person, events }: HistoryProps) {
	const { say } = useWords()
	return (
		<ApplicationFrame {...{ application, person }} title={say('application.history')}>
			<p className="govuk-body">{say('application.history.lead')}</p>
			<ol className="govuk-list">
				{events.map((event, at) => (
					<li key={at} className="app-act">
						<Event event={event} language={application.language} />
					</li>
				))}
			</ol>
		</ApplicationFrame>
	)
}

type EventProps = { event: ApplicationEvent; language: ApplicationView['language'] }

function Event({ event, language }: EventProps) {
	const words = useWords()
	const { say, format, locale } = words
	const organization = textIn(event.organizationName, locale)?.text ?? event.organizationId
	return (
		<>
			<p className="govuk-body">
				<strong>{eventText(event, words)}</strong>
				<br />
				{say('application.history.by', {
					...{ organization, role: say(`role.${event.role}`) },
					...{ on: format.day(event.on), clock: event.clock },
				})}
			</p>
			{event.kind === 'CORRECTION' ? (
				<p className="govuk-body">
					{say('application.history.reason')}: {event.reason}
				</p>
			) : null}
			{event.kind === 'TEXT' ? <Texts event={event} language={language} /> : null}
			{event.kind === 'LETTER' || event.kind === 'LETTER_REMOVED' ? (
				<p className="govuk-body">
					<SourceLink href={event.url} text={webHost(event.url) ?? event.url} />
				</p>
			) : null}
		</>
	)
}

function eventText(event: ApplicationEvent, { say, format, locale }: Words): string {
	if (event.kind === 'STEP')
		return say('application.history.STEP', {
			...{ state: say(`application-state.${event.state}`), on: format.day(event.onDay) },
		})
	if (event.kind === 'CORRECTION')
		return say('application.history.CORRECTION', {
			...{ state: say(`application-state.${event.state}`), on: format.day(event.onDay) },
		})
	if ('letterKind' in event)
		return say(`application.history.${event.kind}`, {
			...{ kind: say(`letter-kind.${event.letterKind}`), by: event.signedBy },
		})
	const field = textIn(event.title, locale)?.text ?? event.field
	return say(`application.history.${event.kind}`, { field, version: event.version })
}

/** The text of a version and of the one before it. */
function Texts({
	event,
	language,
}: { event: Extract<ApplicationEvent, { kind: 'TEXT' }> } & Pick<EventProps, 'language'>) {
	const { say } = useWords()
	const key = event.before === null ? 'application.history.read.first' : 'application.history.read'
	const texts = [
		['application.history.now', event.text],
		['application.history.before', event.before],
	] as const
	return (
		<Details summary={say(key, { version: event.version })}>
			{texts.map(([which, text]) =>
				text === null ? null : (
					<div key={which}>
						<p className="govuk-body">
							<strong>{say(which)}</strong>
						</p>
						{text === '' ? (
							<p className="govuk-body">{say('application.text.emptied')}</p>
						) : (
							<p className="app-quote" lang={language}>
								{text}
							</p>
						)}
					</div>
				),
			)}
		</Details>
	)
}
