import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Finding, Standing } from '#app/domain/integrity/rules.ts'

type RecordStandingProps = { version: number; standing: Standing; findings: readonly Finding[] }

/** Says, before anything else, where a record is not what was published, and what exactly is wrong with it. */
export function RecordStanding({ version, standing, findings }: RecordStandingProps) {
	const { say } = useWords()
	if (standing === 'as_sealed' && findings.length === 0) return null
	if (findings.length === 0) return <p className="govuk-inset-text">{say(`record.standing.${standing}`)}</p>
	const isOther = standing === 'as_sealed'
	return (
		<section>
			<WarningText>
				{say(isOther ? 'record.standing.other-version' : `record.standing.${standing}`)}
			</WarningText>
			<ul className="govuk-list govuk-list--bullet">
				{findings.map((finding, at) => (
					<li key={at}>
						{finding.version === version || finding.version === null
							? say(`integrity.fault.${finding.fault}`)
							: say('integrity.fault.in-version', {
									version: finding.version,
									fault: say(`integrity.fault.${finding.fault}`),
								})}
					</li>
				))}
			</ul>
		</section>
	)
}
