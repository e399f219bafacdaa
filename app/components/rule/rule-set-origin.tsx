import { recordHref } from '#app/components/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import type { RuleSetInWords } from '#app/domain/rule-sentence/view.ts'
import type { ListedRuleSet } from '#app/domain/rule-set/view.ts'
import { ruleSetHref } from './addresses.ts'
import type { ChangeInWords } from './change-words.ts'
import { ChangedRules } from './changed-rules.tsx'
import { VersionSource } from './published-rules.tsx'

/** Until when a version is the newest, who published it, and on what it rests as a whole. */
export function RuleSetOrigin({ validUntil, origin }: Pick<ListedRuleSet, 'validUntil' | 'origin'>) {
	const { say, locale, format } = useWords()
	return (
		<>
			<p className="govuk-body">
				{validUntil === null
					? say('rules.until.open')
					: say('rules.until.day', { on: format.day(validUntil) })}
			</p>
			{origin === null ? (
				<p className="govuk-body">{say('rules.origin.product')}</p>
			) : (
				<p className="govuk-body">
					<a className="govuk-link" href={recordHref(locale, origin.recordId)}>
						{say('rules.origin.record', { on: format.day(origin.publishedOn) })}
					</a>
					{'. '}
					{say('rule-set.source')}: <VersionSource source={origin.source} sourceUrl={origin.sourceUrl} />
				</p>
			)}
		</>
	)
}

type ChangesSinceProps = {
	changes: readonly ChangeInWords[]
	follows: NonNullable<RuleSetInWords['follows']>
}

/** What a version changed against the one that it followed. */
export function ChangesSince({ changes, follows: { id, track, version } }: ChangesSinceProps) {
	const { say, locale } = useWords()
	const name = say('plan.rule-set.version', { track: say(`member-level.${track}`), version })
	return (
		<section>
			<h2 className="govuk-heading-l">{say('rule-version.changes')}</h2>
			<p className="govuk-body">
				{say('rule-version.follows')}:{' '}
				<a className="govuk-link" href={ruleSetHref(locale, id)}>
					{name}
				</a>
			</p>
			<ChangedRules changes={changes} />
		</section>
	)
}
