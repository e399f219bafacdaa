import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { PlanPreview } from '#app/domain/plan-file/view.ts'
import { columnWords } from '#app/export/sheet-words.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { planFilesHref, planPreviewHref } from './addresses.ts'

type PlanPreviewPageProps = { preview: PlanPreview; person: Signed; refusal: RefusalReason | null }

/** What a file would do, record by record, and the button that does it. */
export function PlanPreviewPage({ preview, person, refusal }: PlanPreviewPageProps) {
	const { say, locale } = useWords()
	const { changes, leftOut, aim } = preview
	return (
		<WorkspacePage person={person} backHref={planFilesHref(locale)} refusal={refusal}>
			<PageTitle caption={preview.fileName}>{say('plan-preview.title')}</PageTitle>
			<p className="govuk-body">{say(`plan-preview.aim.${aim}`, { plan: preview.planId ?? '' })}</p>
			{changes.length === 0 ? (
				<p className="govuk-body">{say('plan-preview.nothing')}</p>
			) : (
				<>
					<p className="govuk-body">{say('plan-preview.count', { count: changes.length })}</p>
					{changes.map((change, at) => (
						<ChangeTable key={change.key} change={change} id={`change-${String(at)}`} />
					))}
					<LeftOut records={leftOut} />
					<QuestionForm
						action={planPreviewHref(locale, preview.id, 'confirm')}
						button={say(`plan-preview.confirm.${aim}`)}
					/>
				</>
			)}
			<p className="govuk-body">
				<a className="govuk-link" href={planFilesHref(locale)}>
					{say('plan-preview.another')}
				</a>
			</p>
		</WorkspacePage>
	)
}

function ChangeTable({ change, id }: { change: PlanPreview['changes'][number]; id: string }) {
	const { say } = useWords()
	const head = say(`plan-preview.${change.operation}.${change.sheet}`, { name: change.name })
	const isNew = change.operation === 'ADD'
	return (
		<TableRegion
			id={id}
			caption={head}
			captionSize="s"
			stacks
			columns={[
				{ head: say('plan-preview.field') },
				...(isNew ? [] : [{ head: say('plan-preview.before') }]),
				{ head: say('plan-preview.after'), isWide: true },
			]}
			rows={change.changes.map(({ key, before, after }) => ({
				key,
				cells: [
					columnWords(key, say),
					...(isNew ? [] : [<Text key="before" text={before} />]),
					<Text key="after" text={after} />,
				],
			}))}
		/>
	)
}

function Text({ text }: { text: string | null }) {
	const { say } = useWords()
	if (text === null) return <span className="app-missing">{say('workspace.not-given')}</span>
	return (
		<span className="app-quote" dir="auto">
			{text}
		</span>
	)
}

function LeftOut({ records }: { records: PlanPreview['leftOut'] }) {
	const { say } = useWords()
	if (records.length === 0) return null
	return (
		<>
			<p className="govuk-body">{say('plan-preview.left-out', { count: records.length })}</p>
			<ul className="govuk-list govuk-list--bullet">
				{records.slice(0, 50).map(({ sheet, name }, at) => (
					<li key={at}>{`${sheet}: ${name}`}</li>
				))}
			</ul>
		</>
	)
}
