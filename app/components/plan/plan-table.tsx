import { periodInWords } from '#app/components/commitment/period-in-words.ts'
import { memberHref, planHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { PlanView } from '#app/domain/action-plan/view.ts'

type PlanTableProps = { id: string; plans: readonly PlanView[]; showsMember: boolean }

/** Action plans, one a line: whose, for when, at which stage, and how many of their commitments are here. */
export function PlanTable({ id, plans, showsMember }: PlanTableProps) {
	const words = useWords()
	const { say, locale } = words
	return (
		<Table
			id={id}
			caption={say('plans.table')}
			captionSize="s"
			stacks
			columns={[
				{ head: say('plan.title'), isWide: true },
				...(showsMember ? [{ head: say('plan.member') }] : []),
				{ head: say('plan.period') },
				{ head: say('plan.status') },
				{ head: say('plan.commitments'), isNumeric: true },
			]}
			rows={plans.map((plan) => ({
				key: plan.id,
				cells: [
					<a key="title" className="govuk-link" href={planHref(locale, plan.id)}>
						<TextIn text={plan.title} />
					</a>,
					...(showsMember
						? [
								<a key="member" className="govuk-link" href={memberHref(locale, plan.member.id)}>
									<TextIn text={plan.member.name} />
									{plan.member.isDemonstration ? ` (${say('demonstration.mark')})` : null}
								</a>,
							]
						: []),
					periodInWords(plan, words),
					say(`plan-status.${plan.status}`),
					<CommitmentCount key="count" plan={plan} />,
				],
			}))}
		/>
	)
}

/** How many commitments are here, of how many the publisher says there are. */
export function CommitmentCount({
	plan,
}: {
	plan: Pick<PlanView, 'commitmentsHere' | 'commitmentsPublished'>
}) {
	const { say, format } = useWords()
	const here = format.count(plan.commitmentsHere)
	if (plan.commitmentsPublished === null || plan.commitmentsPublished === plan.commitmentsHere)
		return <>{here}</>
	return <>{say('plan.commitments.of', { here, published: format.count(plan.commitmentsPublished) })}</>
}
