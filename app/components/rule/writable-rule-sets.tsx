import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { RuleSetView } from '#app/domain/rule-set/view.ts'
import { ruleSetHref, writableRulesHref } from './addresses.ts'
import { versionInWords } from './rule-version-form.tsx'

type Props = {
	ruleSets: readonly Pick<RuleSetView, 'id' | 'track' | 'version' | 'validFrom'>[]
	person: Signed
}

/** The versions of the rules, each with the way to write another one from it. */
export function WritableRuleSets({ ruleSets, person }: Props) {
	const words = useWords()
	const { say, locale, format } = words
	return (
		<WorkspacePage person={person} member={null} backHref={tasksHref(locale)}>
			<PageTitle>{say('rule-version.list.title')}</PageTitle>
			<p className="govuk-body-l">{say('rule-version.list.lead')}</p>
			{ruleSets.length === 0 ? <p className="govuk-body">{say('rules.none')}</p> : null}
			<Table
				id="rule-sets"
				caption={say('rules.versions')}
				captionSize="s"
				stacks
				columns={[
					{ head: say('rules.version'), isWide: true },
					{ head: say('rules.from') },
					{ head: say('rule-version.list.ways') },
				]}
				rows={ruleSets.map((ruleSet) => ({
					key: ruleSet.id,
					cells: [
						<a key="version" className="govuk-link" href={ruleSetHref(locale, ruleSet.id)}>
							{versionInWords(ruleSet, words)}
						</a>,
						format.day(ruleSet.validFrom),
						<a key="new" className="govuk-link" href={writableRulesHref(locale, ruleSet.id)}>
							{say('rule-version.new')}{' '}
							<span className="govuk-visually-hidden">{versionInWords(ruleSet, words)}</span>
						</a>,
					],
				}))}
			/>
		</WorkspacePage>
	)
}
