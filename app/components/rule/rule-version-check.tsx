import { planHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { PublishOrChange, typedIn } from '#app/components/workspace/publish-or-change.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { RuleVersionPreview } from '#app/domain/rule-version/view.ts'
import { writableRulesHref } from './addresses.ts'
import type { ChangeInWords } from './change-words.ts'
import { ChangedRules } from './changed-rules.tsx'
import { LevelDifferences } from './level-differences.tsx'
import { versionInWords } from './rule-version-form.tsx'
import type { RuleFormFacts } from './rule-version-form.tsx'

type Preview = Omit<RuleVersionPreview, 'changes'> & { readonly changes: readonly ChangeInWords[] }

type RuleVersionCheckProps = RuleFormFacts & {
	/** What was typed and found right. */
	shown: Readonly<Record<string, unknown>>
	preview: Preview
}

/** What a version would change, before it is published: its numbers, what keeps the old ones, and levels. */
export function RuleVersionCheck({ base, person, shown, preview }: RuleVersionCheckProps) {
	const words = useWords()
	const { say, locale } = words
	const typed = typedIn(shown)
	const address = writableRulesHref(locale, base.ruleSet.id)
	const version = versionInWords({ track: preview.track, version: typed['versionName'] ?? '' }, words)
	return (
		<WorkspacePage person={person} member={null} backHref={address}>
			<PageTitle caption={version}>{say('rule-version.check.title')}</PageTitle>
			<InsetText>{say('rule-version.for-ever')}</InsetText>
			<Head typed={typed} preview={preview} />
			<h2 className="govuk-heading-l">{say('rule-version.changes')}</h2>
			<ChangedRules changes={preview.changes} />
			<Kept preview={preview} />
			<LevelDifferences preview={preview} />
			<PublishOrChange address={address} typed={typed} publish={say('rule-version.publish')} />
		</WorkspacePage>
	)
}

function Head({ typed, preview }: { typed: Readonly<Record<string, string>>; preview: Preview }) {
	const words = useWords()
	const { say, format } = words
	const { before, after } = preview
	const url = typed['sourceUrl'] ?? ''
	return (
		<SummaryList
			rows={[
				{ key: say('rules.from'), value: format.day(typed['validFrom'] ?? '') },
				...(before ? [{ key: say('rule-version.follows'), value: versionInWords(before, words) }] : []),
				...(after
					? [
							{
								key: say('rule-version.followed-by'),
								value: say('rule-version.followed-by.value', {
									version: versionInWords(after, words),
									on: format.day(after.validFrom),
								}),
							},
						]
					: []),
				{ key: say('rule-set.basis'), value: say(`rule-basis.${typed['basis'] ?? ''}`) },
				{ key: say('rule-set.source'), value: typed['source'] ?? '' },
				...(url === ''
					? []
					: [
							{
								key: say('rule-version.field.sourceUrl'),
								value: <SourceLink href={url} text={webHost(url) ?? url} />,
							},
						]),
				{ key: say('rule-version.field.noteId'), value: <span lang="id">{typed['noteId']}</span> },
				{ key: say('rule-version.field.noteEn'), value: <span lang="en">{typed['noteEn']}</span> },
			]}
		/>
	)
}

/** Plans that keep the version they are pinned to. */
function Kept({ preview: { plans, drafts } }: { preview: Preview }) {
	const words = useWords()
	const { say, locale } = words
	return (
		<section>
			<h2 className="govuk-heading-l">{say('rule-version.kept')}</h2>
			<p className="govuk-body">{say('rule-version.kept.lead')}</p>
			{plans.length === 0 ? (
				<p className="govuk-body">{say('rule-version.kept.none')}</p>
			) : (
				<Table
					id="plans-kept"
					caption={say('rule-version.kept.caption')}
					captionSize="s"
					stacks
					columns={[{ head: say('rule-version.kept.plan'), isWide: true }, { head: say('plan.rule-set') }]}
					rows={plans.map(({ id, title, ruleSet }) => ({
						key: id,
						cells: [
							<a key="plan" className="govuk-link" href={planHref(locale, id)}>
								<TextIn text={title} />
							</a>,
							versionInWords(ruleSet, words),
						],
					}))}
				/>
			)}
			{drafts === 0 ? null : (
				<p className="govuk-body">{say('rule-version.kept.drafts', { count: drafts })}</p>
			)}
		</section>
	)
}
