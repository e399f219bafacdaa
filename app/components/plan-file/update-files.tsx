import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { FileProblem } from '#app/import/file-problem.ts'
import { openUpdatesHref, updateFilesHref } from './addresses.ts'
import { FileForm } from './file-form.tsx'
import { ProblemList } from './problem-list.tsx'

type UpdateFilesProps = { open: number; problems: readonly FileProblem[]; person: Signed }

/** Reports as a file: take the open ones along, fill them in, send them back. */
export function UpdateFiles({ open, problems, person }: UpdateFilesProps) {
	const { say, locale } = useWords()
	const errors =
		problems.length === 0
			? []
			: [{ href: '#problems-caption', text: say('file-desk.problems', { count: problems.length }) }]
	return (
		<WorkspacePage person={person} backHref={tasksHref(locale)} errors={errors}>
			<PageTitle>{say('update-file.title')}</PageTitle>
			<p className="govuk-body">{say('update-file.lead')}</p>
			{problems.length > 0 ? <ProblemList problems={problems} /> : null}
			<h2 className="govuk-heading-m">{say('update-file.take')}</h2>
			<p className="govuk-body">{say('update-file.open', { count: open })}</p>
			{open > 0 ? (
				<ButtonLink href={openUpdatesHref(locale)}>{say('update-file.download')}</ButtonLink>
			) : null}
			<h2 className="govuk-heading-m">{say('update-file.send')}</h2>
			<p className="govuk-body">{say('update-file.send.text')}</p>
			<FileForm action={updateFilesHref(locale)} accept=".xlsx,.csv" />
		</WorkspacePage>
	)
}
