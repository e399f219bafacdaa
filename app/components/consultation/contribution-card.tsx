import { commitmentHref, recordHref } from '#app/components/addresses.ts'
import { WrittenText } from '#app/components/observation/record-rows.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { ContributionView } from '#app/domain/public-contribution/view.ts'
import type { AnswerView } from '#app/domain/reasoned-answer/view.ts'
import { HiddenContribution } from './hidden-contribution.tsx'

type Shown = Omit<ContributionView, 'answer'>

/** What somebody gave to a consultation; of a hidden one only that, when and why. */
export function Contribution({ contribution }: { contribution: Shown }) {
	const words = useWords()
	const { say, locale } = words
	const { recordId, said, hidden } = contribution
	return (
		<>
			<p className="app-quiet">
				{said === null ? say('act.public-contribution.published') : byLine(said, words)}
			</p>
			{said === null ? null : <WrittenText text={said.text} locale={said.locale} />}
			{hidden === null ? null : <HiddenContribution hiding={hidden} />}
			{said === null && hidden === null ? (
				<p className="govuk-body">{say('contribution.unreadable')}</p>
			) : null}
			<p className="govuk-body">
				<a className="govuk-link" href={recordHref(locale, recordId)}>
					{say('contribution.record')}
				</a>
			</p>
		</>
	)
}

/** Who gave it, as far as they said, when and how. */
function byLine(said: NonNullable<Shown['said']>, { say, format }: Words): string {
	const { name, sector, receivedOn, channel, paperNumber } = said
	const parts = [
		name ?? say('contribution.nameless'),
		sector === null ? null : say(`sector.${sector}`),
		say(`input-channel.${channel}`),
		paperNumber === null ? null : say('contribution.paper-number', { number: paperNumber }),
		format.day(receivedOn),
	]
	return parts.filter((part) => part !== null).join(' · ')
}

/** What became of a contribution and why, or that nobody has said so yet. */
export function Answer({ answer }: { answer: AnswerView | null }) {
	const { say, locale, format } = useWords()
	if (answer === null) return <p className="govuk-body app-missing">{say('contribution.unanswered')}</p>
	const { recordId, version, outcome, reason, commitmentId, publishedOn } = answer
	return (
		<>
			<p className="govuk-body">
				<strong>{say(`answer-outcome.${outcome}`)}</strong> · {format.day(publishedOn)}
				{version > 1 ? ` · ${say('contribution.answer.corrected')}` : null}
			</p>
			<p className="govuk-body">
				<TextIn text={reason} />
			</p>
			<p className="govuk-body">
				{commitmentId === null ? null : (
					<>
						<a className="govuk-link" href={commitmentHref(locale, commitmentId)}>
							{say('contribution.answer.commitment')}
						</a>
						{' · '}
					</>
				)}
				<a className="govuk-link" href={recordHref(locale, recordId)}>
					{say('contribution.answer.record')}
				</a>
			</p>
		</>
	)
}

/** A contribution with its answer. */
export function AnsweredCard({ contribution }: { contribution: ContributionView }) {
	const { say } = useWords()
	return (
		<article className="app-act">
			<Contribution contribution={contribution} />
			<h3 className="govuk-heading-s">{say('act.reasoned-answer.published')}</h3>
			<Answer answer={contribution.answer} />
		</article>
	)
}
