import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { SelfAssessmentModel } from '#app/domain/self-assessment/schema.ts'
import { assessmentOutline } from '#app/domain/assessment-outline/view.ts'
import type { AssessmentBlock, AssessmentSection } from '#app/domain/assessment-outline/view.ts'
import { CommentList } from './comment-list.tsx'
import { CommitmentSection } from './commitment-section.tsx'
import { CompletionTable } from './completion-table.tsx'
import { MissedReports } from './missed-reports.tsx'
import { WrittenText } from './written-text.tsx'

type ReportBodyProps = { model: SelfAssessmentModel }

/** A self-assessment in the order of OGP's outline. */
export function ReportBody({ model }: ReportBodyProps) {
	return (
		<>
			{assessmentOutline(model).map((section) => (
				<Section key={section.number} section={section} model={model} />
			))}
		</>
	)
}

function Section({ section, model }: { section: AssessmentSection; model: SelfAssessmentModel }) {
	const { say } = useWords()
	const heading = (
		<>
			{section.number} {section.heading === null ? null : say(section.heading)}
			{section.title === null ? null : <TextIn text={section.title} />}
		</>
	)
	const id = `section-${section.number.replaceAll('.', '-')}`
	return (
		<section id={id}>
			{section.number.includes('.') ? (
				<h3 className="govuk-heading-m">{heading}</h3>
			) : (
				<h2 className="govuk-heading-l">{heading}</h2>
			)}
			{section.blocks.map((block, at) => (
				<Block key={at} block={block} model={model} />
			))}
			{section.parts.map((part) => (
				<Section key={part.number} section={part} model={model} />
			))}
		</section>
	)
}

function Block({ block, model }: { block: AssessmentBlock; model: SelfAssessmentModel }) {
	switch (block.kind) {
		case 'text':
			return <WrittenText text={block.text} />
		case 'recommendations':
			return <Recommendations model={model} />
		case 'completion':
			return <CompletionTable commitments={model.commitments} />
		case 'missed':
			return <MissedReports model={model} />
		case 'commitment':
			return <CommitmentSection commitment={block.commitment} />
		case 'comments':
			return <CommentList comments={model.comments ?? []} />
	}
}

function Recommendations({ model: { recommendations, noRecommendations } }: ReportBodyProps) {
	const { say } = useWords()
	if (recommendations.length === 0)
		return noRecommendations ? (
			<p className="govuk-body">{say('self-assessment.recommendations.none')}</p>
		) : (
			<WrittenText text={null} />
		)
	return (
		<ol className="govuk-list govuk-list--number">
			{recommendations.map(({ recommendation, response }, at) => (
				<li key={at}>
					<WrittenText text={recommendation} />
					<p className="govuk-body">
						<strong>{say('self-assessment.response')}</strong>
					</p>
					<WrittenText text={response} />
				</li>
			))}
		</ol>
	)
}
