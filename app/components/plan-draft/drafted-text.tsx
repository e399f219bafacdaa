import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { CommitmentText, DraftedPlan, MilestoneText, PlanText } from '#app/domain/plan-draft/schema.ts'

type Drafted = DraftedPlan['commitments'][number]

/** From when to when something lasts, or that it is not said. */
export function draftedPeriod(
	{ startsOn, endsOn }: { readonly startsOn: string | null; readonly endsOn: string | null },
	{ say, format }: Words,
): string {
	if (startsOn !== null && endsOn !== null)
		return say('period.both', { from: format.day(startsOn), until: format.day(endsOn) })
	if (startsOn !== null) return say('plan-draft.period.from', { from: format.day(startsOn) })
	return endsOn === null
		? say('workspace.not-given')
		: say('plan-draft.period.until', { until: format.day(endsOn) })
}

/** A text in the page's language with its lines; or that it is not given. */
export function Passage({ text }: { text: Bilingual }) {
	const { say, locale } = useWords()
	const found = textIn(text, locale)
	if (found === null) return <>{say('workspace.not-given')}</>
	return (
		<div className="app-quote">
			<TextIn text={text} />
		</div>
	)
}

/** What the facts of a plan say, as rows. */
export function planRows(text: PlanText, scheme: string, words: Words): readonly SummaryRow[] {
	const { say, format } = words
	const { number, administrationEndsOn } = text
	return [
		{ key: say('plan-draft.field.number'), value: number ?? say('workspace.not-given') },
		{ key: say('plan.period'), value: draftedPeriod(text, words) },
		...(administrationEndsOn === null
			? []
			: [{ key: say('plan-draft.field.administrationEndsOn'), value: format.day(administrationEndsOn) }]),
		{ key: say('plan-draft.field.checkpointScheme'), value: say(`checkpoint-scheme.${scheme}`) },
	]
}

/** What a commitment says, as rows, in the order of its form. */
export function commitmentRows(text: CommitmentText, words: Words): readonly SummaryRow[] {
	const { say } = words
	const passage = (key: string, en: string | null, id: string | null) => ({
		key: say(key),
		value: <Passage text={{ en, id }} />,
	})
	return [
		passage('plan-draft.field.problem', text.problemEn, text.problemId),
		passage('plan-draft.field.baseline', text.baselineEn, text.baselineId),
		passage('plan-draft.field.description', text.descriptionEn, text.descriptionId),
		passage('plan-draft.field.contribution', text.contributionEn, text.contributionId),
		{ key: say('plan-draft.field.lead'), value: text.leadInstitution ?? say('workspace.not-given') },
		{
			key: say('plan-draft.field.supporters'),
			value: <Lines text={text.supportingInstitutions} />,
		},
		{ key: say('plan.period'), value: draftedPeriod(text, words) },
		{ key: say('plan-draft.field.values'), value: <ValueList text={text} /> },
		{
			key: say('plan-draft.field.policyAreas'),
			value: text.policyAreas.length === 0 ? say('workspace.not-given') : words.format.list(text.policyAreas),
		},
		passage('plan-draft.field.additional', text.additionalEn, text.additionalId),
	]
}

function Lines({ text }: { text: string | null }) {
	const { say } = useWords()
	return text === null ? <>{say('workspace.not-given')}</> : <div className="app-quote">{text}</div>
}

function ValueList({ text: { ogpValues } }: { text: CommitmentText }) {
	const { say } = useWords()
	if (ogpValues.length === 0) return <>{say('workspace.not-given')}</>
	return (
		<ul className="govuk-list">
			{ogpValues.map(({ code, justification }) => (
				<li key={code}>
					<strong>{say(`ogp-value.${code}`)}</strong>
					{justification === null ? null : <div className="app-quote">{justification}</div>}
				</li>
			))}
		</ul>
	)
}

/** What a milestone says, as rows. */
export function milestoneRows(text: MilestoneText, words: Words): readonly SummaryRow[] {
	const { say, format } = words
	const { protocol } = text
	const deliverable = { en: text.deliverableEn, id: text.deliverableId }
	return [
		{ key: say('plan-draft.field.deliverable'), value: <Passage text={deliverable} /> },
		{ key: say('plan-draft.field.responsible'), value: text.responsible ?? say('workspace.not-given') },
		{ key: say('plan.period'), value: draftedPeriod(text, words) },
		...(protocol === null
			? [{ key: say('plan-draft.protocol'), value: say('plan-draft.protocol.none') }]
			: [
					{
						key: say('plan-draft.field.what'),
						value: <Passage text={{ en: protocol.whatEn, id: protocol.whatId }} />,
					},
					{
						key: say('plan-draft.field.where'),
						value: <Passage text={{ en: protocol.whereEn, id: protocol.whereId }} />,
					},
					{ key: say('plan-draft.field.who'), value: protocol.who ?? say('workspace.not-given') },
					{
						key: say('plan-draft.field.byOn'),
						value: protocol.byOn === null ? say('workspace.not-given') : format.day(protocol.byOn),
					},
				]),
	]
}

/** The whole text of a plan, to be read. */
export function DraftedText({ plan }: { plan: DraftedPlan }) {
	const words = useWords()
	const { say, format } = words
	return (
		<>
			<SummaryList rows={planRows(plan.text, plan.checkpointScheme, words)} />
			<h2 className="govuk-heading-l">
				{say('plan-draft.commitments', {
					count: plan.commitments.length,
					shown: format.count(plan.commitments.length),
				})}
			</h2>
			{plan.commitments.map((commitment) => (
				<DraftedCommitment key={commitment.id} commitment={commitment} />
			))}
		</>
	)
}

function DraftedCommitment({ commitment: { text, milestones } }: { commitment: Drafted }) {
	const words = useWords()
	const { say, format } = words
	return (
		<section>
			<h3 className="govuk-heading-m">
				<PartTitle text={text} />
			</h3>
			<SummaryList rows={commitmentRows(text, words)} />
			<Details
				summary={say('plan-draft.milestones', {
					count: milestones.length,
					shown: format.count(milestones.length),
				})}
			>
				{milestones.map((milestone) => (
					<section key={milestone.id}>
						<h4 className="govuk-heading-s">
							<PartTitle text={milestone.text} />
						</h4>
						<SummaryList rows={milestoneRows(milestone.text, words)} />
					</section>
				))}
			</Details>
		</section>
	)
}

/** The number and title of a part of a plan. */
export function PartTitle({
	text,
}: {
	text: { readonly number: string | null; readonly titleEn: string | null; readonly titleId: string | null }
}) {
	const { say } = useWords()
	return (
		<>
			{text.number === null ? null : <>{text.number}. </>}
			<TextIn text={{ en: text.titleEn, id: text.titleId }} missing={say('plan-draft.untitled')} />
		</>
	)
}
