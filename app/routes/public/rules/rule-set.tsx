import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { rulesHref } from '#app/components/rule/addresses.ts'
import { changesInWords } from '#app/components/rule/change-words.ts'
import { ChangesSince, RuleSetOrigin } from '#app/components/rule/rule-set-origin.tsx'
import { RuleSentences } from '#app/components/rule/rule-sentences.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { findRuleSetInWords } from '#app/domain/rule-sentence/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params }) => {
	const { changes, ...found } = await findRuleSetInWords(ctx, idFrom(params.ruleSetId))
	return { ...found, changes: changes && changesInWords(changes) }
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) =>
		data
			? say('plan.rule-set.version', {
					track: say(`member-level.${data.ruleSet.track}`),
					version: data.ruleSet.version,
				})
			: say('rules.title'),
	)

export default function RuleSet() {
	const { ruleSet, plans, changes, follows, ...sentences } = useLoaderData<typeof loader>()
	const { say, locale, format } = useWords()
	const { track, version, validFrom, validUntil, origin, note } = ruleSet
	return (
		<Page breadcrumbs={[{ text: say('rules.title'), href: rulesHref(locale) }]}>
			<PageTitle caption={say('rules.caption')}>
				{say('rule-set.caption', {
					track: say(`member-level.${track}`),
					version,
					from: format.day(validFrom),
				})}
			</PageTitle>
			<p className="govuk-body-l">
				<TextIn text={note} />
			</p>
			<RuleSetOrigin validUntil={validUntil} origin={origin} />
			<p className="govuk-body">{say('rules.basis')}</p>
			<p className="govuk-body">{say('rules.plans', { count: plans })}</p>
			{changes && follows ? <ChangesSince changes={changes} follows={follows} /> : null}
			<RuleSentences {...sentences} />
		</Page>
	)
}
