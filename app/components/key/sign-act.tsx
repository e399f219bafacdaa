import { receiptHref } from '#app/components/workspace/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { SigningView } from '#app/domain/signature/rules.ts'
import { keysHref, newKeyHref, signHref, signingHref } from './addresses.ts'
import { SignatureList } from './signature-list.tsx'
import { UseKeyForm } from './use-key-form.tsx'

type SignActProps = { act: SigningView; person: Signed; rejected: Rejected }

/** What is signed, and with which keys it can be. */
export function SignAct({ act, person, rejected }: SignActProps) {
	const { say, locale } = useWords()
	const { recordId, version, freeKeys, signatures } = act
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={`${receiptHref(locale, recordId)}?version=${String(version)}`}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle>{say('sign.title')}</PageTitle>
			<p className="govuk-body">{say('sign.lead')}</p>
			<WhatIsSigned act={act} />
			{signatures.length === 0 ? null : <SignatureList signatures={signatures} />}
			{freeKeys.length === 0 ? (
				<NoKey isSigned={signatures.length > 0} />
			) : (
				<>
					<p className="govuk-inset-text">{say('key.lead.script')}</p>
					<QuestionForm action={signHref(locale, recordId, version)} button={say('sign.begin')} />
				</>
			)}
		</WorkspacePage>
	)
}

function NoKey({ isSigned }: { isSigned: boolean }) {
	const { say, locale } = useWords()
	if (isSigned)
		return (
			<p className="govuk-body">
				{say('sign.done')}{' '}
				<a className="govuk-link" href={keysHref(locale)}>
					{say('key.title')}
				</a>
			</p>
		)
	return (
		<>
			<p className="govuk-body">{say('sign.no-key')}</p>
			<ButtonLink href={newKeyHref(locale)}>{say('key.add')}</ButtonLink>
		</>
	)
}

function WhatIsSigned({ act }: { act: SigningView }) {
	const { say, format } = useWords()
	return (
		<>
			<SummaryList
				rows={[
					{ key: say('receipt.kind'), value: say(`receipt.kind.${act.kind}`) },
					{
						key: say('sign.record'),
						value: say('receipt.number.value', { recordId: act.recordId, version: act.version }),
					},
					{ key: say('receipt.day'), value: format.day(act.day) },
					{ key: say('receipt.hash'), value: <code className="app-address">{act.contentHash}</code> },
					{ key: say('sign.entry'), value: <code className="app-address">{act.entry}</code> },
				]}
			/>
		</>
	)
}

type SigningProps = {
	/** Null where the request was answered and not taken: another is begun. */
	asked: { readonly id: string; readonly act: SigningView; readonly options: object } | null
	minutes: number
	person: Signed
	rejected: Rejected
}

/** Where the browser signs. */
export function Signing({ asked, minutes, person, rejected }: SigningProps) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage
			person={person}
			member={null}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle>{say('sign.title')}</PageTitle>
			{asked === null ? (
				<p className="govuk-body">{say('sign.again')}</p>
			) : (
				<>
					<WhatIsSigned act={asked.act} />
					<UseKeyForm
						action={signingHref(locale, asked.id)}
						options={asked.options}
						button={say('sign.button')}
						minutes={minutes}
					/>
					<p className="govuk-body">
						<a className="govuk-link" href={signHref(locale, asked.act.recordId, asked.act.version)}>
							{say('sign.back')}
						</a>
					</p>
				</>
			)}
		</WorkspacePage>
	)
}
