import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { SelfAssessmentModel } from '#app/domain/self-assessment/schema.ts'

type MissedReportsProps = { model: Pick<SelfAssessmentModel, 'reports' | 'asOfOn'> }

/** Who reported nothing at a period that was due: silence is said, and by name. */
export function MissedReports({ model }: MissedReportsProps) {
	const { say, format } = useWords()
	const { expected, filed, missed } = model.reports
	const on = format.day(model.asOfOn)
	if (expected === 0) return <p className="govuk-body">{say('self-assessment.missed.nothing-due', { on })}</p>
	const counts = { filed: format.count(filed), expected: format.count(expected), on }
	return (
		<>
			<p className="govuk-body">{say('self-assessment.missed.count', counts)}</p>
			{missed.length === 0 ? null : (
				<Table
					id="missed"
					caption={say('self-assessment.missed.title')}
					stacks
					columns={[
						{ head: say('self-assessment.missed.institution') },
						{ head: say('self-assessment.missed.period') },
						{ head: say('self-assessment.missed.milestones'), isWide: true },
					]}
					rows={missed.map((line) => ({
						key: `${line.checkpointCode} ${line.institution.en ?? ''} ${line.institution.id ?? ''}`,
						cells: [
							<TextIn key="who" text={line.institution} missing={say('self-assessment.missed.nobody')} />,
							say('self-assessment.missed.due', { code: line.checkpointCode, on: format.day(line.dueOn) }),
							<ul key="which" className="app-plain-list">
								{line.milestones.map((milestone) => (
									<li key={milestone.milestoneId}>
										{milestone.number === null ? null : `${milestone.number} `}
										<TextIn text={milestone.title} />
									</li>
								))}
							</ul>,
						],
					}))}
				/>
			)}
		</>
	)
}
