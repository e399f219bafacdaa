import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { LinkTask } from '#app/domain/update-link/queries.server.ts'
import { LinkAnswerForm, useAllAnswers } from './link-answer-form.tsx'
import type { Rejected } from './rejection.ts'
import { TaskCaption } from './task-frame.tsx'

type ByLinkProps = { task: LinkTask; token: string; rejected: Rejected }

/** One report on one page, for an officer without an account. */
export function UpdateByLink({ task, token, rejected }: ByLinkProps) {
	const { say } = useWords()
	const form = useAllAnswers(rejected)
	const refused = rejected?.reason ? [{ href: '#content', text: say(`refusal.${rejected.reason}`) }] : []
	return (
		<Page member={task.member}>
			<ErrorSummary errors={[...refused, ...form.errors]} />
			<PageTitle caption={<TaskCaption task={task} />}>{say('update-link.page.title')}</PageTitle>
			<p className="govuk-body">{say('update-link.page.lead', { name: task.officerName })}</p>
			<SummaryList
				rows={[
					{ key: say('task.about.commitment'), value: <TextIn text={task.commitment.title} /> },
					{ key: say('task.about.deliverable'), value: <TextIn text={task.milestone.deliverable} /> },
					{ key: say('claim.by'), value: <TextIn text={task.institution} /> },
				]}
			/>
			{task.closedBecause === null ? null : <InsetText>{say(`refusal.${task.closedBecause}`)}</InsetText>}
			{/* What was typed stays on the page also where the period was closed meanwhile. */}
			{task.closedBecause === null || rejected ? <LinkAnswerForm form={form} token={token} /> : null}
		</Page>
	)
}

/** In place of every link that does not open: wrong, used, taken back or too old. */
export function UpdateLinkRefused() {
	const { say } = useWords()
	return (
		<Page>
			<PageTitle>{say('update-link.refused.title')}</PageTitle>
			<p className="govuk-body-l">{say('update-link.refused.text')}</p>
		</Page>
	)
}
