import { recordHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import type { Words } from '#app/components/words.tsx'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { ProtocolChecksList } from './protocol-checks.tsx'

/** What a finding says of its ways beyond the main one: further methods, and the checks of the protocol. */
export function methodRows({ furtherMethods, protocolChecks }: VerificationView, words: Words): SummaryRow[] {
	const { say, format } = words
	return [
		...(furtherMethods === undefined
			? []
			: [
					{
						key: say('verification.further-methods'),
						value: format.list(furtherMethods.map((method) => say(`method.${method}`))),
					},
				]),
		...(protocolChecks === undefined
			? []
			: [{ key: say('verification.checks'), value: <ProtocolChecksList checks={protocolChecks} /> }]),
	]
}

/** What would raise the confidence, which earlier finding is followed up, and whether a second person read it. */
export function furtherRows(found: VerificationView, { say, locale }: Words): SummaryRow[] {
	const { confidenceNeeds, followsUp, isPeerReviewed } = found
	return [
		...(confidenceNeeds === undefined
			? []
			: [{ key: say('verification.confidence-needs'), value: <TextIn text={confidenceNeeds} /> }]),
		...(followsUp === undefined
			? []
			: [
					{
						key: say('verification.follows-up'),
						value: (
							<a className="govuk-link" href={recordHref(locale, followsUp)}>
								{say('verification.follows-up.link')}
							</a>
						),
					},
				]),
		...(isPeerReviewed ? [{ key: say('verification.review'), value: say('verification.review.read') }] : []),
	]
}
