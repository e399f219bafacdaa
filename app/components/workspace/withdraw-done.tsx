import { ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Panel } from '#app/components/ui/panel.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { OwnFinding, OwnWithdrawal, RemovalView } from '#app/domain/withdrawal/view.ts'
import { ownFindingsHref, withdrawalHref } from './addresses.ts'
import { QuestionForm } from './question-form.tsx'
import { WithdrawSubject } from './withdraw-subject.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type DoneProps = {
	finding: OwnFinding
	withdrawal: OwnWithdrawal
	/** Address of this page, for a colleague. */
	address: string
	person: Signed
}

/** A finding is withdrawn; and how two people have it removed from the database for good. */
export function WithdrawDone({ finding, withdrawal, address, person }: DoneProps) {
	const { say, locale, format } = useWords()
	return (
		<WorkspacePage person={person} member={finding.member} backHref={ownFindingsHref(locale)}>
			<Panel title={say('withdraw.done.title')}>
				{say('withdraw.done.text', { on: format.day(withdrawal.on) })}
			</Panel>
			<p className="govuk-body">{say('withdraw.done.seen')}</p>
			<WithdrawSubject finding={finding} />
			<h2 className="govuk-heading-m">{say('withdraw.removal')}</h2>
			{withdrawal.isLost ? (
				<Lost recordId={finding.recordId} />
			) : (
				<Removal recordId={finding.recordId} removal={withdrawal.removal} address={address} />
			)}
		</WorkspacePage>
	)
}

/** A restored backup has forgotten the withdrawal: it is repeated, so that the log has it too. */
function Lost({ recordId }: { recordId: string }) {
	const { say, locale } = useWords()
	return (
		<>
			<InsetText>{say('withdraw.lost')}</InsetText>
			<ButtonLink href={withdrawalHref(locale, recordId, 'withdraw')}>
				{say('withdraw.lost.again')}
			</ButtonLink>
		</>
	)
}

type RemovalProps = { recordId: string; removal: RemovalView; address: string }

function Removal({ recordId, removal, address }: RemovalProps) {
	const { say, locale, format } = useWords()
	if (removal.state === 'REMOVED')
		return <p className="govuk-body">{say('withdraw.removal.removed', { on: format.day(removal.on) })}</p>
	if (removal.state === 'NOT_REQUESTED') {
		return (
			<>
				<p className="govuk-body">{say('withdraw.removal.lead')}</p>
				<QuestionForm
					action={withdrawalHref(locale, recordId, 'request-removal')}
					button={say('withdraw.removal.request')}
					variant="secondary"
				/>
				<ForColleague address={address} />
			</>
		)
	}
	const on = format.day(removal.on)
	if (removal.isOwn) {
		return (
			<>
				<InsetText>{say('withdraw.removal.own', { on })}</InsetText>
				<ForColleague address={address} />
			</>
		)
	}
	return (
		<>
			<p className="govuk-body">{say('withdraw.removal.asked', { name: removal.byName, on })}</p>
			<WarningText>{say('withdraw.removal.final')}</WarningText>
			<QuestionForm
				action={withdrawalHref(locale, recordId, 'confirm-removal')}
				button={say('withdraw.removal.confirm')}
				variant="warning"
			/>
		</>
	)
}

function ForColleague({ address }: { address: string }) {
	const { say } = useWords()
	return (
		<p className="govuk-body">
			{say('withdraw.removal.colleague')} <code className="app-address">{address}</code>
		</p>
	)
}
