import { useForm } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { StoredNow } from '#app/components/workspace/stored-now.tsx'
import { StoredText } from '#app/components/workspace/stored-text.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AssessmentDesk } from '#app/domain/self-assessment/queries.server.ts'
import { RECOMMENDATIONS_MAX, TEXT_MAX_CHARACTERS, partKey } from '#app/domain/self-assessment/rules.ts'
import { deskHref, recommendationRemovalHref } from './addresses.ts'
import { DeskFrame, placeOf } from './desk-frame.tsx'
import { NotTranslated } from './text-question.tsx'

type QuestionProps = { desk: AssessmentDesk; person: Signed; rejected: Rejected }

type Fields = {
	recommendationId: string
	recommendationEn: string
	responseId: string
	responseEn: string
	notTranslated: string
}

/** The recommendations of the IRM, one by one, each with what was done about it. */
export function RecommendationsQuestion({ desk, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const version = desk.answers.versions[partKey.recommendations] ?? 0
	const [, fields] = useForm<Fields>({ id: 'answer', lastResult: rejected?.reply })
	const { recommendationId, recommendationEn, responseId, responseEn } = fields
	const texts = [recommendationId, recommendationEn, responseId, responseEn]
	const { recommendations, noRecommendations } = desk.answers
	return (
		<DeskFrame
			desk={desk}
			person={person}
			title={say('self-assessment.group.RECOMMENDATIONS')}
			errors={errorsOf(rejected, texts, say)}
			refusal={rejected?.reason}
		>
			<StoredNow refusal={rejected?.reason}>
				<p className="govuk-body">{say('self-assessment.recommendations.stored')}</p>
			</StoredNow>
			<p className="govuk-body">{say('self-assessment.recommendations.hint')}</p>
			<StoredRecommendations desk={desk} version={version} />
			<AddRecommendation desk={desk} version={version} fields={fields} />
			{recommendations.length > 0 || noRecommendations ? null : (
				<QuestionForm
					action={deskHref(locale, placeOf(desk), 'recommendations/none')}
					version={version}
					button={say('self-assessment.recommendations.say-none')}
					variant="secondary"
				/>
			)}
			<p className="govuk-body">
				<a className="govuk-link" href={deskHref(locale, placeOf(desk))}>
					{say('self-assessment.to-overview')}
				</a>
			</p>
		</DeskFrame>
	)
}

type AddProps = { desk: AssessmentDesk; version: number; fields: ReturnType<typeof useForm<Fields>>[1] }

function AddRecommendation({ desk, version, fields }: AddProps) {
	const { say, locale } = useWords()
	const { recommendationId, recommendationEn, responseId, responseEn } = fields
	if (desk.answers.recommendations.length >= RECOMMENDATIONS_MAX) return null
	const area = (field: typeof recommendationId, lang: 'en' | 'id', what: 'recommendation' | 'response') => (
		<TextArea
			{...fieldFrom(field, say)}
			label={say(`self-assessment.${what}.${lang}`)}
			lang={lang}
			maxLength={TEXT_MAX_CHARACTERS}
		/>
	)
	return (
		<>
			<h2 className="govuk-heading-m">{say('self-assessment.recommendations.add')}</h2>
			<QuestionForm
				action={deskHref(locale, placeOf(desk), 'recommendations')}
				version={version}
				button={say('self-assessment.recommendations.add')}
				variant="secondary"
			>
				{area(recommendationId, 'id', 'recommendation')}
				{area(recommendationEn, 'en', 'recommendation')}
				{area(responseId, 'id', 'response')}
				{area(responseEn, 'en', 'response')}
				<NotTranslated field={fields.notTranslated} />
			</QuestionForm>
		</>
	)
}

function StoredRecommendations({ desk, version }: { desk: AssessmentDesk; version: number }) {
	const { say, locale, format } = useWords()
	const { recommendations, noRecommendations } = desk.answers
	if (recommendations.length === 0)
		return noRecommendations ? (
			<p className="govuk-body">{say('self-assessment.recommendations.none')}</p>
		) : null
	return (
		<>
			{recommendations.map(({ recommendation, response }, at) => (
				<article key={at} className="app-act">
					<h2 className="govuk-heading-s">
						{say('self-assessment.recommendation.number', { number: format.count(at + 1) })}
					</h2>
					<StoredText text={recommendation} />
					<h3 className="govuk-heading-s">{say('self-assessment.response')}</h3>
					<StoredText text={response} />
					<QuestionForm
						action={recommendationRemovalHref(locale, placeOf(desk), at)}
						version={version}
						button={say('self-assessment.recommendation.remove', { number: format.count(at + 1) })}
						variant="secondary"
					/>
				</article>
			))}
		</>
	)
}
