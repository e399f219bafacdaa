import type { ReactNode } from 'react'
import { commitmentHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AnswerForm } from '#app/domain/reasoned-answer/schema.ts'
import type { AnsweredContribution } from '#app/domain/reasoned-answer/view.ts'
import { answerHref, answersHref } from './addresses.ts'
import { AnswerFields, useAnswerFields } from './answer-fields.tsx'
import { AnsweredCard, Contribution } from './contribution-card.tsx'

type Facts = { answered: AnsweredContribution; person: Signed }

/** The form in which one contribution is answered, or its answer corrected. */
export function AnswerPage({ answered, person, rejected }: Facts & { rejected: Rejected }) {
	const { say, locale } = useWords()
	const { desk, contributions } = answered
	const [contribution] = contributions
	const answer = contribution?.answer ?? null
	const fields = useAnswerFields(rejected, {
		outcome: answer?.outcome,
		reasonId: answer?.reason.id,
		reasonEn: answer?.reason.en,
		commitmentId: answer?.commitmentId,
	})
	const { outcome, reasonId, reasonEn, commitmentId, correction } = fields
	if (!contribution) return null
	const { recordId: contributionId } = contribution
	return (
		<Frame
			facts={{ answered, person }}
			errors={errorsOf(rejected, [outcome, reasonId, reasonEn, commitmentId, correction], say)}
			rejected={rejected}
		>
			<PageTitle caption={<TextIn text={answered.consultation.title} />}>
				{say(answer ? 'reasoned-answer.correct' : 'reasoned-answer.give')}
			</PageTitle>
			{answer ? <AnsweredCard contribution={contribution} /> : <Contribution contribution={contribution} />}
			<QuestionForm
				action={answerHref(locale, placeOf(answered), { contributionId })}
				button={say('desk.check')}
			>
				<input type="hidden" name="contributionIds" value={contributionId} />
				<input type="hidden" name="seen" value={answer?.version ?? 0} />
				<AnswerFields fields={fields} desk={desk} isCorrection={answer !== null} />
			</QuestionForm>
		</Frame>
	)
}

type CheckProps = Facts & {
	shown: AnswerForm
	/** Where one contribution is answered at its own address. */
	contributionId?: string | undefined
}

/** An answer once more, with those to whom it is given, before it is public. */
export function CheckAnswer({ answered, person, shown, contributionId }: CheckProps) {
	const { say, locale } = useWords()
	const { seen, outcome, reasonId = '', reasonEn = '', commitmentId = '' } = shown
	const correction = shown.correction ?? ''
	const isRetracted = shown.isRetracted ?? ''
	const sent = { seen: String(seen), outcome, reasonId, reasonEn, commitmentId, correction, isRetracted }
	return (
		<Frame facts={{ answered, person }} errors={[]} rejected={undefined}>
			<PageTitle caption={<TextIn text={answered.consultation.title} />}>{say('desk.check.title')}</PageTitle>
			<InsetText>{say(isRetracted === 'on' ? 'reasoned-answer.retract.hint' : 'desk.for-ever')}</InsetText>
			<SummaryList
				rows={[
					{ key: say('desk.reasoned-answer.outcome'), value: say(`answer-outcome.${outcome}`) },
					{
						key: say('desk.reasoned-answer.reason'),
						value: <TextIn text={{ en: reasonEn || null, id: reasonId || null }} />,
					},
					...(commitmentId === '' ? [] : [commitmentRow(commitmentId, { say, locale })]),
					...(correction === '' ? [] : [{ key: say('desk.reason'), value: correction }]),
				]}
			/>
			<GivenTo answered={answered} />
			<QuestionForm
				action={answerHref(locale, placeOf(answered), { contributionId, step: 'publish' })}
				button={say('desk.publish')}
			>
				{answered.contributions.map(({ recordId }) => (
					<input key={recordId} type="hidden" name="contributionIds" value={recordId} />
				))}
				{Object.entries(sent).map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
			</QuestionForm>
		</Frame>
	)
}

function GivenTo({ answered: { contributions } }: { answered: AnsweredContribution }) {
	const { say } = useWords()
	return (
		<>
			<h2 className="govuk-heading-m">{say('reasoned-answer.given-to', { count: contributions.length })}</h2>
			{contributions.map((contribution) => (
				<article key={contribution.recordId} className="app-act">
					<Contribution contribution={contribution} />
				</article>
			))}
		</>
	)
}

function commitmentRow(id: string, { say, locale }: Pick<ReturnType<typeof useWords>, 'say' | 'locale'>) {
	return {
		key: say('desk.reasoned-answer.commitmentId'),
		value: (
			<a className="govuk-link" href={commitmentHref(locale, id)}>
				{id}
			</a>
		),
	}
}

function placeOf({ desk, consultation }: AnsweredContribution) {
	return { memberId: desk.member.id, consultationId: consultation.recordId }
}

type FrameProps = {
	facts: Facts
	errors: ReturnType<typeof errorsOf>
	rejected: Rejected
	children: ReactNode
}

function Frame({ facts: { answered, person }, errors, rejected, children }: FrameProps) {
	const { locale } = useWords()
	return (
		<WorkspacePage
			person={person}
			member={answered.desk.member}
			backHref={answersHref(locale, placeOf(answered))}
			errors={errors}
			refusal={rejected?.reason}
		>
			{children}
		</WorkspacePage>
	)
}
