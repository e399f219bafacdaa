import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { outboxHref } from '#app/components/workspace/addresses.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'

type LetterHead = { readonly to: string; readonly subject: string; readonly at: string }

type OutboxProps = {
	/** Null where a mail server sends the letters. */
	letters: readonly (LetterHead & { readonly id: string })[] | null
	most: number
	person: Signed
}

/** The letters that wait for the operator, where no mail server is configured. */
export function Outbox({ letters, most, person }: OutboxProps) {
	const { say, locale, format } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={tasksHref(locale)}>
			<PageTitle>{say('outbox.title')}</PageTitle>
			<p className="govuk-body">{say(letters === null ? 'outbox.not-used' : 'outbox.lead')}</p>
			{letters?.length === 0 ? <p className="govuk-body">{say('outbox.none')}</p> : null}
			{letters === null ? null : (
				<TaskList
					idPrefix="letters"
					tasks={letters.map(({ id, to, subject, at }) => ({
						title: subject,
						href: outboxHref(locale, id),
						hint: to,
						status: at,
					}))}
				/>
			)}
			{letters?.length === most ? (
				<p className="app-quiet">{say('outbox.more', { most: format.count(most) })}</p>
			) : null}
		</WorkspacePage>
	)
}

/** One letter as its reader gets it, without the links that act for them. */
export function OutboxLetter({
	letter,
	person,
}: {
	letter: LetterHead & { readonly text: string }
	person: Signed
}) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={outboxHref(locale)}>
			<PageTitle caption={say('outbox.letter')}>{letter.subject}</PageTitle>
			<SummaryList
				rows={[
					{ key: say('outbox.to'), value: letter.to },
					{ key: say('outbox.at'), value: letter.at },
				]}
			/>
			{letter.text
				.trim()
				.split(/\n{2,}/)
				.map((paragraph, at) => (
					<p key={at} className="govuk-body">
						{paragraph.split('\n').map((line, number) => (
							<span key={number}>
								{line}
								<br />
							</span>
						))}
					</p>
				))}
		</WorkspacePage>
	)
}
