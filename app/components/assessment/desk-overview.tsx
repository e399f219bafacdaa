import { commitmentHref, planHref } from '#app/components/addresses.ts'
import { ButtonLink, ButtonGroup } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AssessmentDesk } from '#app/domain/local-assessment/view.ts'
import { answerCount } from '#app/domain/local-assessment/rules.ts'
import { assessHref, assessPageHref, publishedAssessmentHref } from './addresses.ts'
import { DeskFrame, pageTitle } from './desk-frame.tsx'

type DeskProps = { desk: AssessmentDesk; person: Signed }

/** An assessment at a glance: its sections, its evidence, who stands behind it, and what comes next. */
export function DeskOverview({ desk, person }: DeskProps) {
	const { say, locale } = useWords()
	return (
		<DeskFrame desk={desk} person={person} title={say(`assessment-kind.${desk.place.kind}`)} isOverview>
			<Standing desk={desk} />
			<p className="govuk-body">{say('assessment.lead', { set: desk.questionSet })}</p>
			<p className="govuk-body">
				<a
					className="govuk-link"
					href={desk.commitment ? commitmentHref(locale, desk.commitment.id) : planHref(locale, desk.plan.id)}
				>
					{say('assessment.what-is-public')}
				</a>
			</p>
			<Parts desk={desk} />
			<h2 className="govuk-heading-m">{say('assessment.next')}</h2>
			<p className="govuk-body">{say('assessment.next.lead')}</p>
			<ButtonGroup>
				<ButtonLink href={assessHref(locale, desk.place, 'check')}>
					{say('assessment.check.button')}
				</ButtonLink>
			</ButtonGroup>
		</DeskFrame>
	)
}

/** By when it is asked for, and what of it is public already. */
function Standing({ desk }: { desk: AssessmentDesk }) {
	const { say, locale, format } = useWords()
	const { dueOn, today, published, version } = desk
	const due =
		dueOn === null
			? say('assessment.due.unknown')
			: say(dueOn < today ? 'assessment.due.over' : 'assessment.due.on', { due: format.day(dueOn) })
	if (!published) return <InsetText>{due}</InsetText>
	const values = { on: format.day(published.publishedOn), version: published.version }
	return (
		<InsetText>
			<a className="govuk-link" href={publishedAssessmentHref(locale, published.recordId)}>
				{say('assessment.published.on', values)}
			</a>{' '}
			{say(version === 0 ? 'assessment.correct' : 'assessment.correcting')}
		</InsetText>
	)
}

/** The sections and the evidence, each with how far it is. */
function Parts({ desk }: { desk: AssessmentDesk }) {
	const words = useWords()
	const { say, locale, format } = words
	const counted = ({ done, of }: { done: number; of: number }) =>
		say('assessment.state.answered', { done: format.count(done), of: format.count(of) })
	return (
		<>
			<h2 className="govuk-heading-m">{say('assessment.sections')}</h2>
			<p className="govuk-body">{counted(answerCount(desk.pages))}</p>
			<TaskList
				idPrefix="section"
				tasks={desk.pages.map((page) => ({
					title: pageTitle(desk, page, words),
					href: assessPageHref(locale, desk.place, page),
					status: counted(answerCount([page])),
				}))}
			/>
			<h2 className="govuk-heading-m">{say('assessment.evidence')}</h2>
			<TaskList
				idPrefix="evidence"
				tasks={[
					{
						title: say('assessment.evidence.title'),
						href: assessHref(locale, desk.place, 'evidence'),
						status: say('assessment.evidence.count', {
							count: desk.pieces.length,
							pieces: format.count(desk.pieces.length),
							files: format.count(desk.files.most - desk.files.left),
							most: format.count(desk.files.most),
						}),
					},
				]}
			/>
		</>
	)
}
