import { recordHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ListedRuleSet } from '#app/domain/rule-set/view.ts'
import { ruleSetHref } from './addresses.ts'
import { VersionSource } from './published-rules.tsx'

type RuleSetListProps = {
	ruleSets: readonly Omit<ListedRuleSet, 'rules'>[]
}

/** The versions of the rules, national before local, newest first. */
export function RuleSetList({ ruleSets }: RuleSetListProps) {
	const { say, locale } = useWords()
	if (ruleSets.length === 0) return <p className="govuk-body">{say('rules.none')}</p>
	return (
		<Table
			id="rule-sets"
			caption={say('rules.versions')}
			captionSize="s"
			stacks
			columns={[
				{ head: say('rules.version'), isWide: true },
				{ head: say('rules.period') },
				{ head: say('rule-set.source'), isWide: true },
				{ head: say('rules.note'), isWide: true },
			]}
			rows={ruleSets.map(({ id, track, version, note, ...ruleSet }) => ({
				key: id,
				cells: [
					<a key="version" className="govuk-link" href={ruleSetHref(locale, id)}>
						{say('plan.rule-set.version', { track: say(`member-level.${track}`), version })}
					</a>,
					<Period key="period" {...ruleSet} />,
					<Origin key="source" origin={ruleSet.origin} />,
					<TextIn key="note" text={note} />,
				],
			}))}
		/>
	)
}

function Period({ validFrom, validUntil }: Pick<ListedRuleSet, 'validFrom' | 'validUntil'>) {
	const { say, format } = useWords()
	const from = format.day(validFrom)
	return (
		<>
			{validUntil === null
				? say('rules.period.open', { from })
				: say('rules.period.closed', { from, until: format.day(validUntil) })}
		</>
	)
}

/** Where a version comes from, with the record of its act. */
function Origin({ origin }: Pick<ListedRuleSet, 'origin'>) {
	const { say, locale } = useWords()
	if (origin === null) return <>{say('rules.origin.product')}</>
	return (
		<>
			<VersionSource source={origin.source} sourceUrl={origin.sourceUrl} />{' '}
			<a className="govuk-link" href={recordHref(locale, origin.recordId)}>
				{say('rules.origin.act')}
			</a>
		</>
	)
}
