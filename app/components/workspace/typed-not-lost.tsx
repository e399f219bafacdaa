import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Rejected } from './rejection.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

/** Refusals that end the work on a report while somebody writes it. */
const ENDS = [
	'not_found',
	'not_allowed',
	'checkpoint_locked',
	'checkpoint_not_open',
	'draft_already_submitted',
]

/** Whether a form can be shown again; if not, what was typed is given back as text. */
export function isPlaceLost(rejected: Rejected): boolean {
	const reason = rejected?.reason ?? null
	return reason !== null && ENDS.includes(reason)
}

/** What was typed into a form that can no longer be sent, with what happened, to be copied and taken elsewhere. */
export function TypedNotLost({ person, rejected }: { person: Signed; rejected: Rejected }) {
	const { say, locale } = useWords()
	const texts = typedTexts(rejected?.reply.initialValue)
	return (
		<WorkspacePage person={person} backHref={tasksHref(locale)} refusal={rejected?.reason}>
			<PageTitle>{say('task.lost.title')}</PageTitle>
			<InsetText>{say(`task.lost.${rejected?.reason ?? 'not_found'}`)}</InsetText>
			<p className="govuk-body">{say('task.lost.copy')}</p>
			{texts.map(([name, text]) => (
				<TextArea
					key={name}
					id={`typed-${name}`}
					name={name}
					label={say(`task.lost.field.${name}`)}
					defaultValue={text}
				/>
			))}
			<ButtonLink href={tasksHref(locale)} variant="secondary">
				{say('workspace.to-tasks')}
			</ButtonLink>
		</WorkspacePage>
	)
}

const TEXTS = ['doneId', 'doneEn', 'nextStepId', 'nextStepEn', 'challengeText']

function typedTexts(typed: unknown): readonly (readonly [string, string])[] {
	if (typeof typed !== 'object' || typed === null) return []
	return Object.entries(typed).flatMap(([name, text]: [string, unknown]) =>
		TEXTS.includes(name) && typeof text === 'string' && text !== '' ? [[name, text] as const] : [],
	)
}
