import { PageTitle } from '#app/components/layout/page-title.tsx'
import { deskHref } from '#app/components/desk/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AnswerQueue } from '#app/domain/reasoned-answer/view.ts'
import { answerHref, answersHref, inputHref, paperHref } from './addresses.ts'
import { AnswerFields, chosenIn, useAnswerFields } from './answer-fields.tsx'
import { AnsweredCard, Contribution } from './contribution-card.tsx'
import { Coverage } from './coverage.tsx'

type QueueProps = { queue: AnswerQueue; person: Signed; rejected: Rejected }

/** The contributions that wait for an answer, each with its form, and the same answer for those that are chosen. */
export function AnswerQueuePage({ queue, person, rejected }: QueueProps) {
	const { say, locale } = useWords()
	const { desk, consultation, counts, waiting } = queue
	const fields = useAnswerFields(rejected)
	const { contributionIds, outcome, reasonId, reasonEn, commitmentId } = fields
	const shown = [contributionIds, outcome, reasonId, reasonEn, commitmentId]
	return (
		<WorkspacePage
			person={person}
			member={desk.member}
			backHref={deskHref(locale, desk.member.id)}
			errors={errorsOf(rejected, shown, say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={consultation.title} />}>{say('reasoned-answer.queue')}</PageTitle>
			<Coverage counts={counts} />
			<Onward queue={queue} />
			<Waiting queue={queue} />
			<Turns queue={queue} />
			{waiting.length > 1 ? <SameAnswer queue={queue} fields={fields} rejected={rejected} /> : null}
			<AnsweredLast queue={queue} />
		</WorkspacePage>
	)
}

function placeOf({ desk, consultation }: AnswerQueue) {
	return { memberId: desk.member.id, consultationId: consultation.recordId }
}

type LinkProps = { queue: AnswerQueue; contributionId: string; text: string }

function AnswerLink({ queue, contributionId, text }: LinkProps) {
	const { locale } = useWords()
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={answerHref(locale, placeOf(queue), { contributionId })}>
				{text}
				<span className="govuk-visually-hidden"> {contributionId}</span>
			</a>
		</p>
	)
}

function Turns({ queue }: { queue: AnswerQueue }) {
	const { locale } = useWords()
	const { page, pages } = queue
	const at = (turned: number) => answersHref(locale, placeOf(queue), turned)
	return (
		<Pagination
			previousHref={page > 1 ? at(page - 1) : undefined}
			nextHref={page < pages ? at(page + 1) : undefined}
		/>
	)
}

type SameProps = { queue: AnswerQueue; fields: ReturnType<typeof useAnswerFields>; rejected: Rejected }

/** One answer to several contributions of this page that say the same. */
function SameAnswer({ queue, fields, rejected }: SameProps) {
	const { say, locale } = useWords()
	const { desk, waiting } = queue
	const { contributionIds } = fields
	return (
		<>
			<h2 className="govuk-heading-l">{say('reasoned-answer.same')}</h2>
			<p className="govuk-body">{say('reasoned-answer.same.lead')}</p>
			<QuestionForm
				action={answerHref(locale, placeOf(queue), { step: 'check', page: queue.page })}
				button={say('desk.check')}
			>
				<Checkboxes
					id={contributionIds.id}
					name={contributionIds.name}
					label={say('reasoned-answer.chosen')}
					errors={contributionIds.errors?.map((key) => say(key))}
					defaultValue={chosenIn(rejected)}
					items={waiting.map(({ recordId, said }) => ({
						value: recordId,
						label: beginning(said?.text ?? say('act.public-contribution.published')),
						hint: recordId,
					}))}
				/>
				<AnswerFields fields={fields} desk={desk} isCorrection={false} />
			</QuestionForm>
		</>
	)
}

/** Enough of a contribution to know it again. Unit: Unicode code points. Source: our own. */
const BEGINNING = 120

function beginning(text: string): string {
	const letters = [...text]
	return letters.length > BEGINNING ? `${letters.slice(0, BEGINNING).join('')}…` : text
}

function Onward({ queue }: { queue: AnswerQueue }) {
	const { say, locale } = useWords()
	const place = placeOf(queue)
	return (
		<>
			<ul className="app-plain-list">
				<li>
					<a className="govuk-link" href={inputHref(locale, place.consultationId)}>
						{say('input.public-page')}
					</a>
				</li>
				<li>
					<a className="govuk-link" href={paperHref(locale, place)}>
						{say('paper.title')}
					</a>
				</li>
			</ul>
		</>
	)
}

function Waiting({ queue }: { queue: AnswerQueue }) {
	const { say } = useWords()
	const { waiting } = queue
	return (
		<>
			<h2 className="govuk-heading-l">{say('reasoned-answer.waiting')}</h2>
			{waiting.length === 0 ? <p className="govuk-body">{say('reasoned-answer.waiting.none')}</p> : null}
			{waiting.map((contribution) => (
				<article key={contribution.recordId} className="app-act">
					<Contribution contribution={contribution} />
					<AnswerLink
						queue={queue}
						contributionId={contribution.recordId}
						text={say('reasoned-answer.give')}
					/>
				</article>
			))}
		</>
	)
}

function AnsweredLast({ queue }: { queue: AnswerQueue }) {
	const { say } = useWords()
	const { answeredLast } = queue
	return (
		<>
			{answeredLast.length > 0 ? <h2 className="govuk-heading-l">{say('reasoned-answer.last')}</h2> : null}
			{answeredLast.map((contribution) => (
				<div key={contribution.recordId}>
					<AnsweredCard contribution={contribution} />
					<AnswerLink queue={queue} contributionId={contribution.recordId} text={say('desk.correct')} />
				</div>
			))}
		</>
	)
}
