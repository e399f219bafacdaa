import { recordHref } from '#app/components/addresses.ts'
import { OrganizationName } from '#app/components/cso/organization-name.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { RecusalView } from '#app/domain/recusal/view.ts'

/** Who stood back from judging a commitment, why, and who looks at it instead; nothing where nobody did. */
export function StoodBack({ recusals }: { recusals: readonly RecusalView[] | undefined }) {
	const { say } = useWords()
	if (recusals === undefined || recusals.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{say('recusal.heading')}</h2>
			{recusals.map((recusal) => (
				<Recusal key={recusal.recordId} recusal={recusal} />
			))}
		</section>
	)
}

function Recusal({ recusal }: { recusal: RecusalView }) {
	const { say, locale, format } = useWords()
	const { recordId, scope, interests, replacement, replacementName, untilOn, publishedOn } = recusal
	const named = interests.map((code) => say(`interest.${code}`))
	return (
		<SummaryList
			rows={[
				{
					key: say('recusal.who'),
					value: <OrganizationName id={recusal.organizationId} name={recusal.organizationName} />,
				},
				{ key: say('recusal.scope'), value: say(`recusal.scope.${scope}.public`) },
				{ key: say('recusal.reason'), value: <TextIn text={recusal.reason} /> },
				...(named.length === 0 ? [] : [{ key: say('recusal.interests'), value: format.list(named) }]),
				{
					key: say('recusal.replacement'),
					value: (
						<>
							{say(`recusal.replacement.${replacement}.public`)}
							{replacementName === null ? null : (
								<>
									{': '}
									<TextIn text={replacementName} />
								</>
							)}
						</>
					),
				},
				{
					key: say('recusal.since'),
					value: (
						<a className="govuk-link" href={recordHref(locale, recordId)}>
							{say('period.both', { from: format.day(publishedOn), until: format.day(untilOn) })}
						</a>
					),
				},
			]}
		/>
	)
}
