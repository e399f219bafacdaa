import { commitmentHref } from '#app/components/addresses.ts'
import { divergenceSentences } from '#app/components/judgement/divergence-text.tsx'
import { JudgementInRow, SpreadText } from '#app/components/judgement/judgement-trio.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { DivergenceLine } from '#app/domain/divergence-list/rules.ts'

/** The same levels as the chart, with what lies between them, and how old and how wide the findings are. */
export function DivergenceTable({ lines }: { lines: readonly DivergenceLine[] }) {
	const { say } = useWords()
	const isAssessed = lines.some((line) => line.judgements.assessed)
	return (
		<TableRegion
			id="divergence-table"
			caption={say('divergence.table')}
			captionSize="s"
			stacks
			columns={[
				{ head: say('commitment.one') },
				{ head: say('judge.short.claimed') },
				{ head: say('judge.short.verified') },
				...(isAssessed ? [{ head: say('judge.short.assessed') }] : []),
				{ head: say('judge.short.coded') },
				{ head: say('commitment.gap'), isWide: true },
				{ head: say('divergence.found') },
			]}
			rows={lines.map((line) => ({ key: line.id, cells: cellsOf(line, isAssessed) }))}
		/>
	)
}

function cellsOf(line: DivergenceLine, isAssessed: boolean) {
	const { claimed, verified, assessed, coded } = line.judgements
	return [
		<Name key="name" line={line} />,
		<JudgementInRow key="claimed" judge="claimed" judgement={claimed} />,
		<span key="verified">
			<JudgementInRow judge="verified" judgement={verified} />
			<SpreadText judgement={verified} />
		</span>,
		...(isAssessed
			? [
					assessed ? (
						<JudgementInRow key="assessed" judge="assessed" judgement={assessed} />
					) : (
						<NoLevel key="assessed" />
					),
				]
			: []),
		<JudgementInRow key="coded" judge="coded" judgement={coded} />,
		<Gap key="gap" line={line} />,
		<Age key="age" line={line} />,
	]
}

function NoLevel() {
	const { say } = useWords()
	return <>{say('level.NOT_ASSESSED')}</>
}

function Name({ line }: { line: DivergenceLine }) {
	const { say, locale, format } = useWords()
	const { checkpoint } = line
	return (
		<>
			{line.number}{' '}
			<a className="govuk-link" href={commitmentHref(locale, line.commitmentId)}>
				<TextIn text={line.title} missing={say('commitment.untitled')} />
			</a>
			{line.standing === null ? null : (
				<>
					<br />
					{say(`standing.${line.standing}`)}
				</>
			)}
			{checkpoint ? (
				<>
					<br />
					{say('divergence.at', { code: checkpoint.code, on: format.day(checkpoint.dueOn) })}
				</>
			) : null}
		</>
	)
}

function Gap({ line }: { line: DivergenceLine }) {
	const { say } = useWords()
	return (
		<>
			{divergenceSentences(line.judgements, say).map((sentence) => (
				<span key={sentence} className="app-line">
					{sentence}
				</span>
			))}
			{line.notCounted > 0 ? (
				<span className="app-line">{say('divergence.not-counted', { count: line.notCounted })}</span>
			) : null}
		</>
	)
}

function Age({ line }: { line: DivergenceLine }) {
	const { say, format } = useWords()
	const { foundOn, ageDays, confirmedOn, coverage } = line
	const on = foundOn === null ? null : format.day(foundOn)
	return (
		<>
			<span className="app-line">
				{on === null || ageDays === null
					? say('divergence.found.never')
					: say('divergence.found.age', { on, count: ageDays })}
			</span>
			<span className="app-line">
				{confirmedOn === null
					? say('divergence.confirmed.never')
					: say('divergence.confirmed', { on: format.day(confirmedOn) })}
			</span>
			<span className="app-line">
				{say('divergence.milestones', {
					count: format.count(coverage.count),
					of: format.count(coverage.of),
				})}
			</span>
		</>
	)
}
