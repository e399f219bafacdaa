import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { DraftEvidence } from '#app/components/workspace/draft-evidence.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { answerCount, partOf } from '#app/domain/local-assessment/rules.ts'
import type { AnsweredQuestion, AssessmentDesk } from '#app/domain/local-assessment/view.ts'
import { assessHref, assessPageHref } from './addresses.ts'
import { AnswerText } from './answer-text.tsx'
import { wordsIn } from './assessment-words.ts'
import { DeskFrame, pageTitle } from './desk-frame.tsx'

type CheckProps = { desk: AssessmentDesk; person: Signed; rejected: Rejected }

/** All that will be published, what is still missing, who stands behind it, and the two buttons. */
export function CheckAssessment({ desk, person, rejected }: CheckProps) {
	const words = useWords()
	const { say } = words
	return (
		<DeskFrame desk={desk} person={person} title={say('assessment.check.title')} refusal={rejected?.reason}>
			<Missing desk={desk} />
			{desk.pages.map((page) => (
				<section key={`${page.section} ${page.commitmentId ?? ''}`}>
					<h2 className="govuk-heading-m">{pageTitle(desk, page, words)}</h2>
					{page.answers.map((answer) => (
						<Answered key={answer.question.code} desk={desk} answer={answer} />
					))}
				</section>
			))}
			<SignOff desk={desk} />
		</DeskFrame>
	)
}

function Answered({ desk, answer }: { desk: AssessmentDesk; answer: AnsweredQuestion }) {
	const { say } = useWords()
	const part = partOf(answer.question.code, answer.commitmentId)
	return (
		<AnswerText question={answer.question} given={answer.given}>
			{answer.fault ? <InsetText>{say(`assessment.fault.${answer.fault}`)}</InsetText> : null}
			<DraftEvidence pieces={desk.pieces.filter((piece) => piece.part === part)} />
		</AnswerText>
	)
}

/** What keeps the assessment from being published, each with the way to it. */
function Missing({ desk }: { desk: AssessmentDesk }) {
	const words = useWords()
	const { say, locale, format } = words
	const faults = desk.pages.flatMap((page) =>
		page.answers.flatMap((answer) => (answer.fault ? [{ page, answer, fault: answer.fault }] : [])),
	)
	if (faults.length === 0) return null
	const { done, of } = answerCount(desk.pages)
	return (
		<section>
			<h2 className="govuk-heading-m">{say('assessment.missing')}</h2>
			<p className="govuk-body">
				{say('assessment.state.answered', { done: format.count(done), of: format.count(of) })}
			</p>
			<ul className="govuk-list govuk-list--bullet">
				{faults.map(({ page, answer, fault }) => (
					<li key={partOf(answer.question.code, answer.commitmentId)}>
						<a className="govuk-link" href={assessPageHref(locale, desk.place, page)}>
							{wordsIn(answer.question.text, words)}
						</a>
						{`: ${say(`assessment.fault.${fault}`)}`}
					</li>
				))}
			</ul>
		</section>
	)
}

/** Every member of the body with whether they stand behind it as it is now; signing, and publishing after that. */
function SignOff({ desk }: { desk: AssessmentDesk }) {
	const { say } = useWords()
	const { members, version, pages } = desk
	const { done, of } = answerCount(pages)
	const isWhole = of > 0 && done === of && version > 0
	const you = members.find(({ isYou }) => isYou)
	return (
		<section>
			<h2 className="govuk-heading-m">{say('assessment.sign-off')}</h2>
			<p className="govuk-body">{say('assessment.sign-off.lead')}</p>
			<ul className="govuk-list govuk-list--bullet">
				{members.map(({ personId, name, isSigned, isYou }) => (
					<li key={personId}>
						{name}
						{isYou ? ` (${say('assessment.sign-off.you')})` : ''}:{' '}
						{say(isSigned ? 'assessment.signed' : 'assessment.not-signed')}
					</li>
				))}
			</ul>
			{isWhole && you ? <SignOrPublish desk={desk} isSigned={you.isSigned} /> : null}
			{isWhole ? null : (
				<p className="govuk-body">
					{say(version === 0 && desk.published ? 'assessment.correct' : 'assessment.not-whole')}
				</p>
			)}
		</section>
	)
}

/** Who has not signed yet signs; who has may publish. */
function SignOrPublish({ desk, isSigned }: { desk: AssessmentDesk; isSigned: boolean }) {
	const { say, locale } = useWords()
	const { place, version } = desk
	if (!isSigned)
		return (
			<QuestionForm
				action={assessHref(locale, place, 'sign')}
				version={version}
				button={say('assessment.sign.button')}
			/>
		)
	return (
		<>
			<p className="govuk-body">{say('assessment.publish.lead')}</p>
			<QuestionForm
				action={assessHref(locale, place, 'publish')}
				version={version}
				button={say('assessment.publish.button')}
			/>
		</>
	)
}
