import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { RuleSetView } from '#app/domain/rule-set/view.ts'
import { ruleSetHref } from './addresses.ts'

type RuleSetListProps = {
	ruleSets: readonly Pick<RuleSetView, 'id' | 'track' | 'version' | 'validFrom' | 'note'>[]
}

/** The versions of the rules, national before local, newest first. */
export function RuleSetList({ ruleSets }: RuleSetListProps) {
	const { say, locale, format } = useWords()
	if (ruleSets.length === 0) return <p className="govuk-body">{say('rules.none')}</p>
	return (
		<Table
			id="rule-sets"
			caption={say('rules.versions')}
			captionSize="s"
			stacks
			columns={[
				{ head: say('rules.version'), isWide: true },
				{ head: say('rules.from') },
				{ head: say('rules.note'), isWide: true },
			]}
			rows={ruleSets.map(({ id, track, version, validFrom, note }) => ({
				key: id,
				cells: [
					<a key="version" className="govuk-link" href={ruleSetHref(locale, id)}>
						{say('plan.rule-set.version', { track: say(`member-level.${track}`), version })}
					</a>,
					format.day(validFrom),
					<TextIn key="note" text={note} />,
				],
			}))}
		/>
	)
}
