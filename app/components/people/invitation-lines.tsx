import { Button } from '#app/components/ui/button.tsx'
import { useWords } from '#app/components/words.tsx'
import type { InvitationView } from '#app/domain/cso-account/view.ts'
import { officerInvitationEndHref } from './addresses.ts'

/** An invitation that was not taken up, with the button that takes it back. */
export function InvitationLine({ invitation }: { invitation: InvitationView }) {
	const { say, locale, format } = useWords()
	const { id, email, role, givenOn, state } = invitation
	return (
		<form method="post" action={officerInvitationEndHref(locale, id)}>
			<p className="govuk-body">
				{say('cso.invitation', { email, role: say(`role.${role}`), on: format.day(givenOn) })}{' '}
				{say(`cso.invitation.${state}`)}
			</p>
			<Button variant="secondary">
				{say('people.take-back')}
				<span className="govuk-visually-hidden"> {email}</span>
			</Button>
		</form>
	)
}
