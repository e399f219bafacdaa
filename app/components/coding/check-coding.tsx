import { IndicatorName } from '#app/components/commitment/coding-table.tsx'
import { SourceLink } from '#app/components/source-link.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { CodingPlace } from '#app/domain/irm-coding/commands.server.ts'
import type { CodingDesk } from '#app/domain/irm-coding/queries.server.ts'
import type { CodingAnswer } from '#app/domain/irm-coding/schema.ts'
import { codingHref } from './addresses.ts'
import { CodingFrame } from './coding-frame.tsx'

type CheckProps = { desk: CodingDesk; place: CodingPlace; person: Signed; answer: CodingAnswer }

/** A value before it is published. It is kept in the form alone until then. */
export function CheckCoding({ desk, place, person, answer }: CheckProps) {
	const { say, locale } = useWords()
	return (
		<CodingFrame
			desk={desk}
			person={person}
			title={say('irm-coding.check.title')}
			backHref={codingHref(locale, place)}
		>
			<AnswerRows place={place} answer={answer} />
			<p className="govuk-body">{say('irm-coding.check.lead')}</p>
			<QuestionForm
				action={codingHref(locale, place, 'publish')}
				button={say('irm-coding.check.publish')}
				beside={
					<button
						type="submit"
						className="govuk-button govuk-button--secondary"
						formAction={codingHref(locale, place)}
					>
						{say('workspace.change')}
					</button>
				}
			>
				{Object.entries(answer).map(([name, typed]) => (
					<input key={name} type="hidden" name={name} value={typed} />
				))}
			</QuestionForm>
		</CodingFrame>
	)
}

function AnswerRows({ place, answer }: Pick<CheckProps, 'place' | 'answer'>) {
	const { say, format } = useWords()
	const { value, figure, product, codedOn, sourceUrl, locator } = answer
	const isTotal = place.indicator === 'PLAN_TOTAL'
	return (
		<SummaryList
			rows={[
				{ key: say('coding.indicator'), value: <IndicatorName indicator={place.indicator} /> },
				{
					key: say('coding.value'),
					value: isTotal ? `${say(`plan-total.${value}`)}: ${figure ?? ''}` : say(`irm-value.${value}`),
				},
				{ key: say('irm-coding.product'), value: product },
				{ key: say('irm-coding.codedOn'), value: format.day(codedOn) },
				{ key: say('irm-coding.sourceUrl'), value: <SourceLink href={sourceUrl} text={sourceUrl} /> },
				{ key: say('irm-coding.locator'), value: locator || say('missing.text') },
			]}
		/>
	)
}
