import { PageTitle } from '#app/components/layout/page-title.tsx'
import { FileForm } from '#app/components/plan-file/file-form.tsx'
import { ProblemList } from '#app/components/plan-file/problem-list.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { ConsultationView } from '#app/domain/consultation/view.ts'
import type { DeskView } from '#app/domain/desk/view.ts'
import { PAPER_ROWS_MAX } from '#app/domain/paper-contribution/rules.ts'
import type { PaperLine, PaperPreview } from '#app/domain/paper-contribution/view.ts'
import type { FileProblem } from '#app/import/file-problem.ts'
import { answersHref, paperHref, paperTemplateHref } from './addresses.ts'

type PaperPageProps = {
	desk: DeskView
	consultation: ConsultationView
	problems: readonly FileProblem[]
	person: Signed
}

/** Where contributions that came on paper are taken in as a file. */
export function PaperPage({ desk, consultation, problems, person }: PaperPageProps) {
	const { say, locale, format } = useWords()
	const place = { memberId: desk.member.id, consultationId: consultation.recordId }
	const errors =
		problems.length === 0
			? []
			: [{ href: '#problems-caption', text: say('file-desk.problems', { count: problems.length }) }]
	return (
		<WorkspacePage person={person} member={desk.member} backHref={answersHref(locale, place)} errors={errors}>
			<PageTitle caption={<TextIn text={consultation.title} />}>{say('paper.title')}</PageTitle>
			<p className="govuk-body">{say('paper.lead', { most: format.count(PAPER_ROWS_MAX) })}</p>
			{problems.length > 0 ? <ProblemList problems={problems} /> : null}
			<p className="govuk-body">
				<ButtonLink href={paperTemplateHref(locale, place)}>{say('paper.template')}</ButtonLink>
			</p>
			<FileForm action={paperHref(locale, place)} accept=".csv" />
		</WorkspacePage>
	)
}

/** What would become of each line of a file or, once it was taken, that it was. Nothing is stored by looking. */
export function PaperPreviewPage({ preview, person }: { preview: PaperPreview; person: Signed }) {
	const { say, locale, format } = useWords()
	const { id, desk, consultation, count, faulty, first, isTaken } = preview
	const place = { memberId: desk.member.id, consultationId: consultation.recordId }
	const numbers = { count, number: format.count(count), faulty: format.count(faulty.length) }
	const sentence = isTaken ? 'paper.taken' : faulty.length > 0 ? 'paper.faulty' : 'paper.ready'
	return (
		<WorkspacePage person={person} member={desk.member} backHref={paperHref(locale, place)}>
			<PageTitle caption={preview.fileName}>{say(isTaken ? 'paper.done' : 'paper.preview')}</PageTitle>
			<p className="govuk-body">{say(sentence, numbers)}</p>
			{isTaken ? (
				<p className="govuk-body">
					<a className="govuk-link" href={answersHref(locale, place)}>
						{say('reasoned-answer.queue')}
					</a>
				</p>
			) : null}
			{faulty.length > 0 ? <Lines id="faulty" lines={faulty.slice(0, MOST_SHOWN)} /> : null}
			{faulty.length > MOST_SHOWN ? (
				<p className="govuk-body">{say('file-desk.problems.more', { shown: MOST_SHOWN })}</p>
			) : null}
			{faulty.length === 0 && !isTaken ? (
				<QuestionForm
					action={paperHref(locale, place, { previewId: id, step: 'confirm' })}
					button={say('paper.confirm', { count, number: format.count(count) })}
				/>
			) : null}
			{faulty.length === 0 ? <Lines id="lines" lines={first} /> : null}
		</WorkspacePage>
	)
}

/** Lines that a page shows at most. Source: our own. */
const MOST_SHOWN = 200

function Lines({ id, lines }: { id: 'faulty' | 'lines'; lines: readonly PaperLine[] }) {
	const words = useWords()
	const { say } = words
	return (
		<TableRegion
			id={id}
			caption={say(`paper.table.${id}`)}
			stacks
			columns={[
				{ head: say('paper.line') },
				{ head: say('paper.column.number') },
				{ head: say('paper.column.receivedOn') },
				{ head: say('paper.column.text'), isWide: true },
				{ head: say('paper.result'), isWide: true },
			]}
			rows={lines.map(({ row, faults }) => ({
				key: String(row.line),
				cells: [
					String(row.line),
					row.number,
					row.receivedOn,
					<span key="text" dir="auto">
						{beginning(row.text)}
					</span>,
					faults.length === 0 ? (
						say('paper.line.good')
					) : (
						<Faults key="faults" faults={faults} words={words} />
					),
				],
			}))}
		/>
	)
}

function Faults({ faults, words: { say } }: { faults: PaperLine['faults']; words: Words }) {
	return (
		<ul className="govuk-list govuk-list--bullet">
			{faults.map(({ column, message }) => (
				<li key={column}>{`${say(`paper.column.${column}`)}: ${say(message)}`}</li>
			))}
		</ul>
	)
}

function beginning(text: string): string {
	const letters = [...text]
	return letters.length > 120 ? `${letters.slice(0, 120).join('')}…` : text
}
