import { useForm } from '@conform-to/react'
import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { ADDRESS_LINK_HOURS } from '#app/domain/address-change/rules.ts'
import type { OpenAddress } from '#app/domain/address-change/view.ts'
import { addressConfirmHref, ownAddressHref } from './addresses.ts'

/** The address that the reader's letters and sign-in links go to, and a field for another. */
export function OwnAddress(props: { address: string; person: Signed; rejected: Rejected }) {
	const { address, person, rejected } = props
	const { say, locale, format } = useWords()
	const [, fields] = useForm<{ email: string }>({ id: 'answer', lastResult: rejected?.reply })
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={tasksHref(locale)}
			errors={errorsOf(rejected, [fields.email], say)}
			refusal={rejected?.reason}
		>
			<PageTitle>{say('own-address.title')}</PageTitle>
			<p className="govuk-body-l">{say('own-address.now', { address })}</p>
			<p className="govuk-body">{say('own-address.lead', { hours: format.count(ADDRESS_LINK_HOURS) })}</p>
			<QuestionForm action={ownAddressHref(locale)} button={say('own-address.send')}>
				<TextField
					{...fieldFrom(fields.email, say)}
					label={say('own-address.new')}
					hint={say('own-address.new.hint')}
					type="email"
					autoComplete="email"
					spellCheck={false}
				/>
			</QuestionForm>
		</WorkspacePage>
	)
}

/** Says that a letter is on its way, and that nothing changed yet. */
export function AddressSent({ person }: { person: Signed }) {
	const { say, locale, format } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={ownAddressHref(locale)}>
			<PageTitle>{say('own-address.sent.title')}</PageTitle>
			<p className="govuk-body-l">
				{say('own-address.sent.text', { hours: format.count(ADDRESS_LINK_HOURS) })}
			</p>
		</WorkspacePage>
	)
}

type ConfirmProps = { change: OpenAddress; token: string; person: Signed; rejected: Rejected }

/** Asks once more before letters go to a new address. */
export function ConfirmAddress({ change, token, person, rejected }: ConfirmProps) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={ownAddressHref(locale)} refusal={rejected?.reason}>
			<PageTitle>{say('own-address.confirm.title')}</PageTitle>
			<SummaryList
				rows={[
					{ key: say('own-address.from'), value: change.from },
					{ key: say('own-address.to'), value: change.to },
				]}
			/>
			<p className="govuk-body">{say('own-address.confirm.lead')}</p>
			<QuestionForm action={addressConfirmHref(locale, token)} button={say('own-address.confirm.button')} />
		</WorkspacePage>
	)
}
