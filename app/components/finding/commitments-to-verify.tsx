import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { PageMember } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { queueHref } from '#app/components/workspace/addresses.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { PlanChoices } from '#app/domain/finding-choice/view.ts'
import { verifyCommitmentHref } from './addresses.ts'

type Props = { plans: readonly PlanChoices[]; member: PageMember | null; person: Signed }

/** Every commitment a monitor may verify, plan by plan, whether or not government said anything. */
export function CommitmentsToVerify({ plans, member, person }: Props) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={member} backHref={queueHref(locale)}>
			<PageTitle>{say('verify.commitments.title')}</PageTitle>
			{plans.length === 0 ? <p className="govuk-body">{say('verify.commitments.none')}</p> : null}
			{plans.map((plan) => (
				<section key={plan.id}>
					<h2 className="govuk-heading-m">
						<TextIn text={plan.memberName} />: <TextIn text={plan.title} missing={plan.id} />
					</h2>
					<ul className="govuk-list">
						{plan.commitments.map(({ id, number, title }) => (
							<li key={id}>
								<a className="govuk-link" href={verifyCommitmentHref(locale, id)}>
									{number} <TextIn text={title} missing={say('commitment.untitled')} />
								</a>
							</li>
						))}
					</ul>
				</section>
			))}
		</WorkspacePage>
	)
}
