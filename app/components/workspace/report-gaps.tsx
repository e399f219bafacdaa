import { milestoneHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Readiness } from '#app/domain/report/queries.server.ts'
import type { Gaps, MilestoneLine } from '#app/domain/readiness/rules.ts'

/** What is late on a plan, and what a report compiled today would have to leave open. */
export function ReportGaps({ readiness }: { readiness: Readiness }) {
	const { say, format } = useWords()
	const { gaps } = readiness
	return (
		<>
			<h2 className="govuk-heading-m">{say('poc.late')}</h2>
			<Lines
				lines={gaps.overdue}
				none={say('poc.late.none')}
				note={(line) => say('poc.late.line', { on: format.day(line.lastDay) })}
			/>
			<Institutions gaps={gaps} />
			<Waiting waiting={readiness.waiting} />
			<h2 className="govuk-heading-m">{say('poc.without-evidence')}</h2>
			<Lines lines={gaps.withoutEvidence} none={say('poc.without-evidence.none')} />
			<h2 className="govuk-heading-m">{say('poc.unverified')}</h2>
			<Lines lines={gaps.unverified} none={say('poc.unverified.none')} />
		</>
	)
}

type LinesProps<Line> = { lines: readonly Line[]; none: string; note?: (line: Line) => string }

function Lines<Line extends MilestoneLine>({ lines, none, note }: LinesProps<Line>) {
	const { locale } = useWords()
	if (lines.length === 0) return <p className="govuk-body">{none}</p>
	return (
		<ul className="govuk-list govuk-list--bullet">
			{lines.map((line) => (
				<li key={line.milestoneId}>
					<a className="govuk-link" href={milestoneHref(locale, line.commitmentId, line.milestoneId)}>
						<TextIn text={line.title} />
					</a>
					{note ? <> – {note(line)}</> : null}
				</li>
			))}
		</ul>
	)
}

function Institutions({ gaps }: { gaps: Gaps }) {
	const { say, format } = useWords()
	const { checkpoint } = gaps
	if (checkpoint === null) return <p className="govuk-body">{say('poc.checkpoint.none')}</p>
	const values = { code: checkpoint.code, due: format.day(checkpoint.dueOn) }
	const heading = say(gaps.isPastDue ? 'poc.checkpoint.past' : 'poc.checkpoint', values)
	return (
		<>
			<h2 className="govuk-heading-m">{heading}</h2>
			<TableRegion
				id="institutions"
				caption={<span className="govuk-visually-hidden">{heading}</span>}
				stacks
				columns={[
					{ head: say('poc.institution'), isWide: true },
					{ head: say('poc.reported') },
					{ head: say('poc.missing'), isWide: true },
				]}
				rows={gaps.institutions.map((due, at) => ({
					key: String(at),
					cells: [
						<TextIn key="name" text={due.name} />,
						say('poc.reported.of', { count: format.count(due.reported), of: format.count(due.expected) }),
						<Lines key="missing" lines={due.missing} none={say('poc.missing.none')} />,
					],
				}))}
			/>
		</>
	)
}

function Waiting({ waiting }: Pick<Readiness, 'waiting'>) {
	const { say, locale } = useWords()
	return (
		<>
			<h2 className="govuk-heading-m">{say('poc.waiting')}</h2>
			{waiting.length === 0 ? <p className="govuk-body">{say('poc.waiting.none')}</p> : null}
			<ul className="govuk-list govuk-list--bullet">
				{waiting.map(({ institution, count }, at) => (
					<li key={at}>
						{say('poc.waiting.line', { institution: textIn(institution, locale)?.text ?? '', count })}
					</li>
				))}
			</ul>
		</>
	)
}
