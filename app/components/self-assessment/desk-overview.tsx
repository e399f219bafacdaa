import { textIn } from '#app/domain/bilingual.ts'
import { ButtonLink, ButtonGroup } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import type { Task } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AssessmentDesk } from '#app/domain/self-assessment/queries.server.ts'
import type { SectionLine } from '#app/domain/self-assessment/rules.ts'
import { assessmentHref, deskCommentHref, deskCommitmentHref, deskHref, deskTextHref } from './addresses.ts'
import { standingInWords } from './assessment-list.tsx'
import { DeskFrame, placeOf } from './desk-frame.tsx'

type DeskProps = { desk: AssessmentDesk }

/** A self-assessment at a glance: what is written, what is still to write, and what comes next. */
export function DeskOverview({ desk, person }: DeskProps & { person: Signed }) {
	const words = useWords()
	const { say, locale, format } = words
	const done = desk.lines.filter(({ state }) => state === 'DONE').length
	const counts = { done: format.count(done), total: format.count(desk.lines.length) }
	return (
		<DeskFrame
			desk={desk}
			person={person}
			title={say(`self-assessment.kind.${desk.kind}`)}
			about={say('self-assessment.of-government')}
			isOverview
		>
			{desk.published ? (
				<InsetText>
					{standingInWords(desk.published, desk.today, words)}{' '}
					<a className="govuk-link" href={assessmentHref(locale, desk.published.recordId)}>
						{say('self-assessment.public-page')}
					</a>
				</InsetText>
			) : null}
			<h2 className="govuk-heading-m">{say('self-assessment.progress')}</h2>
			<p className="govuk-body">{say('self-assessment.progress.count', counts)}</p>
			<TaskList tasks={desk.lines.map((line) => partTask(line, desk, words))} idPrefix="part" />
			<CommentTasks desk={desk} />
			<NextStep desk={desk} />
		</DeskFrame>
	)
}

function partTask(line: SectionLine, desk: AssessmentDesk, { say, locale }: Words): Task {
	const place = placeOf(desk)
	const status = say(`self-assessment.state.${line.state}`)
	if (line.part === 'TEXT') {
		const { section } = line
		return {
			title: say(`self-assessment.section.${section}`),
			href: deskTextHref(locale, place, section),
			status,
		}
	}
	if (line.part === 'RECOMMENDATIONS') {
		const title = say('self-assessment.group.RECOMMENDATIONS')
		return { title, href: deskHref(locale, place, 'recommendations'), status }
	}
	const commitment = desk.model.commitments.find(({ id }) => id === line.commitmentId)
	const name = commitment ? textIn(commitment.title, locale)?.text : undefined
	return {
		title: [commitment?.number, name ?? line.commitmentId].filter(Boolean).join(' '),
		href: deskCommitmentHref(locale, place, line.commitmentId),
		status,
	}
}

function CommentTasks({ desk }: DeskProps) {
	const { say, locale, format } = useWords()
	if (desk.published === null) return null
	const unanswered = desk.comments.filter(({ disposition }) => disposition === null).length
	const counts = { unanswered: format.count(unanswered), total: format.count(desk.comments.length) }
	return (
		<>
			<h2 className="govuk-heading-m">{say('assessment-comment.title', { count: desk.comments.length })}</h2>
			{desk.comments.length === 0 ? (
				<p className="govuk-body">{say('assessment-comment.none')}</p>
			) : (
				<p className="govuk-body">{say('assessment-comment.unanswered', counts)}</p>
			)}
			<TaskList
				idPrefix="comment"
				tasks={desk.comments.map((comment) => ({
					title: say('assessment-comment.number', {
						number: format.count(comment.position),
						on: format.day(comment.on),
					}),
					href: deskCommentHref(locale, placeOf(desk), comment.position),
					status:
						comment.disposition === null
							? say('assessment-comment.not-answered')
							: say(`disposition.${comment.disposition}`),
				}))}
			/>
		</>
	)
}

/** The one thing to do next, or why nothing can be done yet. */
function NextStep({ desk }: DeskProps) {
	const { say, locale } = useWords()
	const place = placeOf(desk)
	const preview = (
		<ButtonLink href={deskHref(locale, place, 'preview')} variant="secondary">
			{say('self-assessment.preview')}
		</ButtonLink>
	)
	const page = desk.published === null ? 'open' : desk.submitted === null ? 'submit' : 'approve'
	return (
		<>
			<h2 className="govuk-heading-m">{say('self-assessment.next-step')}</h2>
			<p className="govuk-body">{say(`self-assessment.next-step.${page}`)}</p>
			<ButtonGroup>
				<ButtonLink href={deskHref(locale, place, page)}>{say(`self-assessment.${page}.button`)}</ButtonLink>
				{preview}
			</ButtonGroup>
		</>
	)
}
