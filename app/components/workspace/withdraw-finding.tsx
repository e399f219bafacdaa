import { PageTitle } from '#app/components/layout/page-title.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { OwnFinding } from '#app/domain/withdrawal/view.ts'
import { ownFindingsHref, withdrawalHref } from './addresses.ts'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { WithdrawSubject } from './withdraw-subject.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type WithdrawProps = { finding: OwnFinding; person: Signed; rejected?: Rejected }

/** What a withdrawal does, in plain words, and the one button that does it. */
export function WithdrawFinding({ finding, person, rejected }: WithdrawProps) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage
			person={person}
			member={finding.member}
			backHref={ownFindingsHref(locale)}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle>{say('withdraw.title')}</PageTitle>
			<WithdrawSubject finding={finding} />
			<h2 className="govuk-heading-m">{say('withdraw.what')}</h2>
			<ul className="govuk-list govuk-list--bullet">
				<li>{say('withdraw.what.at-once')}</li>
				<li>{say('withdraw.what.all')}</li>
				<li>{say('withdraw.what.log')}</li>
				<li>{say('withdraw.what.proofs')}</li>
			</ul>
			<h2 className="govuk-heading-m">{say('withdraw.limits')}</h2>
			<ul className="govuk-list govuk-list--bullet">
				<li>{say('withdraw.limits.copies')}</li>
				<li>{say('withdraw.limits.guess')}</li>
				<li>{say('withdraw.limits.database')}</li>
			</ul>
			{finding.isNamedInLog ? <InsetText>{say('withdraw.named')}</InsetText> : null}
			<WarningText>{say('withdraw.final')}</WarningText>
			<QuestionForm
				action={withdrawalHref(locale, finding.recordId, 'withdraw')}
				button={say('withdraw.button')}
				variant="warning"
				beside={
					<ButtonLink href={ownFindingsHref(locale)} variant="secondary">
						{say('withdraw.back')}
					</ButtonLink>
				}
			/>
		</WorkspacePage>
	)
}
