import { recordHref } from '#app/components/addresses.ts'
import { organizationHref } from '#app/components/cso/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import type { Words } from '#app/components/words.tsx'
import type { ActContent } from '#app/domain/record/schema.ts'
import type { SignatureView } from '#app/domain/signature/rules.ts'
import { signHref } from './addresses.ts'

type Signature = Pick<SignatureView, 'recordId' | 'isKeyConfirmed'>

/** That an act was signed by its author in person, with a key that a colleague confirmed or not; or that it was not. */
export function SignedOrNot({ signature }: { signature: Signature | undefined }) {
	const { say, locale } = useWords()
	if (!signature) return <>{say('signature.none')}</>
	return (
		<>
			{say(signature.isKeyConfirmed ? 'signature.confirmed' : 'signature.unconfirmed')}{' '}
			<a className="govuk-link" href={recordHref(locale, signature.recordId)}>
				{say('signature.link')}
			</a>
		</>
	)
}

/** The signatures under an act. */
export function SignatureList({ signatures }: { signatures: readonly SignatureView[] }) {
	const { say, format } = useWords()
	return (
		<>
			<h2 className="govuk-heading-m">{say('signature.heading')}</h2>
			<ul className="govuk-list govuk-list--bullet">
				{signatures.map((signature) => (
					<li key={signature.recordId}>
						{format.day(signature.publishedOn)}: <SignedOrNot signature={signature} />
					</li>
				))}
			</ul>
		</>
	)
}

/** On the page of a record: whether its author signed it, and where they can. */
export function SignaturesOfRecord({
	signatures,
	record,
}: {
	signatures: readonly SignatureView[]
	record: { readonly recordId: string; readonly version: number }
}) {
	const { say, locale } = useWords()
	return (
		<section aria-labelledby="signature">
			<h2 className="govuk-heading-m" id="signature">
				{say('signature.heading')}
			</h2>
			{signatures.length === 0 ? (
				<p className="govuk-body">
					{say('signature.none')} {say('signature.none.means')}
				</p>
			) : (
				<ul className="govuk-list govuk-list--bullet">
					{signatures.map((signature) => (
						<li key={signature.recordId}>
							<SignedOrNot signature={signature} />
						</li>
					))}
				</ul>
			)}
			<p className="app-quiet">
				<a className="govuk-link" href={signHref(locale, record.recordId, record.version)}>
					{say('signature.own')}
				</a>
			</p>
		</section>
	)
}

/** What a signature says, with all that it takes to check it elsewhere. */
export function signatureRows(
	content: Extract<ActContent, { kind: 'signature.published' }>,
	{ say, locale }: Words,
): SummaryRow[] {
	const { signedRecordId, signedVersion, organizationId } = content
	const code = (text: string) => <code className="app-address">{text}</code>
	return [
		{
			key: say('signature.of'),
			value: (
				<a
					className="govuk-link"
					href={`${recordHref(locale, signedRecordId)}?version=${String(signedVersion)}`}
				>
					{say('receipt.number.value', { recordId: signedRecordId, version: signedVersion })}
				</a>
			),
		},
		{
			key: say('key.organization'),
			value: (
				<a className="govuk-link" href={`${organizationHref(locale, organizationId)}#who-acts`}>
					{say('cso.public-page')}
				</a>
			),
		},
		{
			key: say('signature.key-then'),
			value: say(content.isKeyConfirmed ? 'key.state.CONFIRMED' : 'key.state.UNCONFIRMED'),
		},
		{ key: say('signature.key-id'), value: code(content.keyId) },
		{ key: say('signature.public-key'), value: code(content.publicKey) },
		{ key: say('signature.leaf'), value: code(content.signedLeafHash) },
		{ key: say('signature.check'), value: say('signature.check.how') },
	]
}
