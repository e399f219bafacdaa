import { memberHref } from '#app/components/addresses.ts'
import { periodInWords } from '#app/components/commitment/period-in-words.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { PlanView, TextOrigin } from '#app/domain/action-plan/view.ts'
import type { RuleSetView } from '#app/domain/rule-set/view.ts'
import { CommitmentCount } from './plan-table.tsx'

/** What is known of a plan, with what its source does not say. */
export function PlanFacts({ plan, ruleSet }: { plan: PlanView; ruleSet: RuleSetView }) {
	const words = useWords()
	const { say, locale, format } = words
	return (
		<SummaryList
			rows={[
				{
					key: say('plan.member'),
					value: (
						<a className="govuk-link" href={memberHref(locale, plan.member.id)}>
							<TextIn text={plan.member.name} />
						</a>
					),
				},
				{ key: say('plan.period'), value: periodInWords(plan, words) },
				{ key: say('plan.status'), value: say(`plan-status.${plan.status}`) },
				{
					key: say('plan.submitted'),
					value: plan.submittedOn === null ? say('missing.date') : format.day(plan.submittedOn),
				},
				{ key: say('plan.commitments'), value: <CommitmentCount plan={plan} /> },
				{
					key: say('plan.rule-set'),
					value: say('plan.rule-set.version', {
						track: say(`member-level.${ruleSet.track}`),
						version: ruleSet.version,
					}),
				},
				{ key: say('plan.source'), value: <OriginText origin={plan.origin} /> },
			]}
		/>
	)
}

/** Where a text comes from, and who brought it here. */
export function OriginText({ origin }: { origin: TextOrigin }) {
	const { say, format } = useWords()
	const on = format.day(origin.publishedOn)
	return (
		<>
			{origin.sourceUrl === null ? (
				origin.source
			) : (
				<a className="govuk-link" href={origin.sourceUrl} rel="noopener noreferrer nofollow ugc">
					{origin.source}
				</a>
			)}
			<br />
			<span className="app-quiet">
				{origin.importedBy === null ? (
					say('origin.published', { on, version: origin.version })
				) : (
					<>
						{say('origin.imported', { on, version: origin.version })} <TextIn text={origin.importedBy} />
					</>
				)}
			</span>
		</>
	)
}
