import { JudgeGlyph } from '#app/components/charts/judge-glyph.tsx'
import { LevelMark } from '#app/components/charts/level-mark.tsx'
import { SourceLink } from '#app/components/source-link.tsx'
import type { Content, Field, LevelMark as Mark } from '#reports/pdf/block.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import { Said } from './said.tsx'

/** One labelled entry of a report: who says it, and what. */
export function ReportField({ field: { label, judge, contents } }: { field: Field }) {
	return (
		<div>
			<dt>
				{judge ? <JudgeGlyph judge={judge} /> : null} {label}
			</dt>
			{contents.map((content, at) => (
				<dd key={at}>
					<ContentOf content={content} />
				</dd>
			))}
		</div>
	)
}

function ContentOf({ content }: { content: Content }) {
	if (content.kind === 'link')
		return (
			<>
				<SourceLink href={content.url} text={wordsOf(content.text)} />
				{content.note === '' ? null : <span className="app-quiet"> {content.note}</span>}
			</>
		)
	if (content.kind === 'level')
		return (
			<>
				<MarkOf mark={content.mark} judge={content.judge} /> <Said phrase={content.text} />
			</>
		)
	return (
		<span className={content.tone === 'muted' ? 'app-quiet' : undefined}>
			<Said phrase={content.text} />
		</span>
	)
}

type MarkOfProps = { mark: Mark; judge?: Field['judge'] }

/** The drawn mark of a step; what is no step has none but its words. */
export function MarkOf({ mark, judge }: MarkOfProps) {
	if (mark === 'OTHER_WORDS') return null
	return <LevelMark level={mark === 'NOT_ASSESSED' ? null : mark} judge={judge} />
}
