import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ActContent } from '#app/domain/record/schema.ts'
import { deadlinesOf, figuresOf } from '#app/domain/rule-sentence/rules.ts'
import { ruleSetHref } from './addresses.ts'
import { RuleSentences } from './rule-sentences.tsx'

type Content = Extract<ActContent, { kind: 'rule-set.published' }>

/** A version of the rules as its act says it: from when it holds, on what it rests, and every number as a sentence. */
export function PublishedRules({ content }: { content: Content }) {
	const { say, locale, format } = useWords()
	const { recordId, track, versionName, validFrom, noteEn, noteId, source, sourceUrl } = content
	return (
		<>
			<SummaryList
				rows={[
					{
						key: say('rules.version'),
						value: (
							<a className="govuk-link" href={ruleSetHref(locale, recordId)}>
								{say('plan.rule-set.version', { track: say(`member-level.${track}`), version: versionName })}
							</a>
						),
					},
					{ key: say('rules.from'), value: format.day(validFrom) },
					{ key: say('rule-set.source'), value: <VersionSource source={source} sourceUrl={sourceUrl} /> },
					{ key: say('rules.note'), value: <TextIn text={{ en: noteEn, id: noteId }} /> },
				]}
			/>
			<RuleSentences figures={figuresOf(content)} deadlines={deadlinesOf(content)} />
		</>
	)
}

/** On what a version rests: in words, and the page that says so where there is one. */
export function VersionSource({ source, sourceUrl }: { source: string; sourceUrl: string | null }) {
	if (sourceUrl === null) return <>{source}</>
	return (
		<>
			{source}: <SourceLink href={sourceUrl} text={webHost(sourceUrl) ?? sourceUrl} />
		</>
	)
}
