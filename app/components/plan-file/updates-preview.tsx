import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { UpdatesPreview } from '#app/domain/update-file/view.ts'
import type { Say } from '#app/i18n/translate.ts'
import { updateFilesHref, updatePreviewHref } from './addresses.ts'

type Row = UpdatesPreview['rows'][number]

/** What would become of each row of a file of reports or, once it was taken, what did. */
export function UpdatesPreviewPage({ preview, person }: { preview: UpdatesPreview; person: Signed }) {
	const { say, locale } = useWords()
	const { rows, taken } = preview
	const ready = rows.filter(({ verdict }) => verdict === 'READY').length
	const sent = Object.values(taken ?? {}).filter((refusal) => refusal === null).length
	return (
		<WorkspacePage person={person} backHref={updateFilesHref(locale)}>
			<PageTitle caption={preview.fileName}>
				{say(taken ? 'update-file.done' : 'update-file.preview')}
			</PageTitle>
			<p className="govuk-body">
				{taken
					? say('update-file.sent', { count: sent })
					: say('update-file.ready', { count: ready, of: rows.length })}
			</p>
			<RowTable rows={rows} taken={taken} />
			{taken === null && ready > 0 ? (
				<QuestionForm
					action={updatePreviewHref(locale, preview.id, 'confirm')}
					button={say('update-file.confirm', { count: ready })}
				/>
			) : null}
			<p className="govuk-body">
				<a className="govuk-link" href={taken ? tasksHref(locale) : updateFilesHref(locale)}>
					{say(taken ? 'update-file.to-tasks' : 'plan-preview.another')}
				</a>
			</p>
		</WorkspacePage>
	)
}

function RowTable({ rows, taken }: Pick<UpdatesPreview, 'rows' | 'taken'>) {
	const { say } = useWords()
	return (
		<TableRegion
			id="rows"
			caption={say('update-file.rows')}
			stacks
			columns={[
				{ head: say('file-desk.place') },
				{ head: say('update-file.milestone'), isWide: true },
				{ head: say('update-file.level') },
				{ head: say('update-file.result'), isWide: true },
			]}
			rows={rows.map((row) => ({
				key: row.place,
				cells: [
					row.place,
					<span key="name" dir="auto">
						{row.name}
					</span>,
					levelOf(row, say),
					<Result key="result" row={row} taken={taken} />,
				],
			}))}
		/>
	)
}

function levelOf({ level }: Row, say: Say): string {
	if (level === null) return say('workspace.not-given')
	return level === 'NIL' ? say('task.level.nil') : say(`level.${level}`)
}

function Result({ row, taken }: { row: Row; taken: UpdatesPreview['taken'] }) {
	const { say } = useWords()
	const outcome = taken?.[row.key]
	if (outcome === null) return <>{say('update-file.verdict.SENT')}</>
	if (outcome !== undefined) return <>{say(`refusal.${outcome}`)}</>
	return (
		<>
			{say(`update-file.verdict.${row.verdict}`)}
			{row.faults.length > 0 ? (
				<ul className="govuk-list govuk-list--bullet">
					{row.faults.map(({ place, message, values }, at) => (
						<li key={at}>{`${place ?? ''}: ${say(message, values)}`}</li>
					))}
				</ul>
			) : null}
		</>
	)
}
