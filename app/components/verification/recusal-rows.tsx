import { organizationHref } from '#app/components/cso/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import type { Words } from '#app/components/words.tsx'
import { INTERESTS, SCOPES } from '#app/domain/conflict/rules.ts'
import { REPLACEMENTS } from '#app/domain/recusal/rules.ts'
import type { ActContent } from '#app/domain/record/schema.ts'

/** An act of standing back in short; who takes the place stands by name on its own page and on the commitment's. */
export function recusalRows(
	content: Extract<ActContent, { kind: 'recusal.published' }>,
	{ say, locale, format }: Words,
): SummaryRow[] {
	const { reasonEn, reasonId, untilOn, replacementOrganizationId: other } = content
	const scope = SCOPES.find((code) => code === content.scope) ?? 'ORGANIZATION'
	const replacement = REPLACEMENTS.find((code) => code === content.replacement) ?? 'NONE'
	const named = INTERESTS.filter((code) => content.interests.includes(code))
	return [
		{ key: say('recusal.scope'), value: say(`recusal.scope.${scope}.public`) },
		{ key: say('recusal.reason'), value: <TextIn text={{ en: reasonEn, id: reasonId }} /> },
		...(named.length === 0
			? []
			: [
					{ key: say('recusal.interests'), value: format.list(named.map((code) => say(`interest.${code}`))) },
				]),
		{
			key: say('recusal.replacement'),
			value: (
				<>
					{say(`recusal.replacement.${replacement}.public`)}
					{other ? (
						<>
							{': '}
							<a className="govuk-link" href={organizationHref(locale, other)}>
								{say('cso.public-page')}
							</a>
						</>
					) : null}
				</>
			),
		},
		{ key: say('recusal.until'), value: format.day(untilOn) },
	]
}
