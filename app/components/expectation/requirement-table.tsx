import { recordHref } from '#app/components/addresses.ts'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { RequirementView } from '#app/domain/cocreation-requirement/view.ts'
import { isRecommended, summaryOf } from '#app/domain/standing/rules.ts'
import { ExpectationLevelWord } from './expectation-level.tsx'

type RequirementsProps = { requirements: readonly RequirementView[] }

/** The requirements of co-creation: how many are met, the gravest by name, then each with its level and next day. */
export function Requirements({ requirements }: RequirementsProps) {
	const { say, format } = useWords()
	const { met, of, worst, nextDueOn } = summaryOf(requirements)
	return (
		<>
			<p className="govuk-body">
				{say('requirements.met', { met: format.count(met), of: format.count(of) })}{' '}
				{worst === null
					? say('requirements.worst.none')
					: say('requirements.worst', {
							what: say(`requirement.${worst.code}`),
							level: say(`expectation-level.${worst.level}`),
						})}{' '}
				{nextDueOn === null
					? say('requirements.next.none')
					: say('requirements.next', { on: format.day(nextDueOn) })}
			</p>
			{worst?.level === 'NOT_MET' ? <p className="govuk-body">{say('requirements.contrary')}</p> : null}
			<RequirementTable requirements={requirements} />
		</>
	)
}

function RequirementTable({ requirements }: RequirementsProps) {
	const { say, format } = useWords()
	return (
		<Table
			id="requirements"
			caption={say('requirements.caption')}
			captionSize="s"
			stacks
			columns={[
				{ head: say('requirements.what'), isWide: true },
				{ head: say('expectation.level') },
				{ head: say('expectation.why'), isWide: true },
				{ head: say('requirements.due') },
				{ head: say('requirements.records') },
			]}
			rows={requirements.map((requirement) => ({
				key: requirement.code,
				cells: [
					<RequirementName key="name" requirement={requirement} />,
					<ExpectationLevelWord key="level" level={requirement.level} />,
					requirement.reasons.map((reason) => say(`requirement-reason.${reason}`)).join(' '),
					requirement.nextDueOn === null ? say('requirements.due.none') : format.day(requirement.nextDueOn),
					<RecordNumbers key="records" records={requirement.records} />,
				],
			}))}
		/>
	)
}

function RequirementName({ requirement }: { requirement: RequirementView }) {
	const { say } = useWords()
	const name = say(`requirement.${requirement.code}`)
	return <>{isRecommended(requirement) ? say('requirements.recommended', { what: name }) : name}</>
}

/** Records of one requirement that are linked in its row. */
const SHOWN = 5

function RecordNumbers({ records }: { records: readonly string[] }) {
	const { say, locale, format } = useWords()
	if (records.length === 0) return <>{say('requirements.records.none')}</>
	const more = records.length - SHOWN
	return (
		<ul className="govuk-list">
			{records.slice(0, SHOWN).map((recordId) => (
				<li key={recordId}>
					<a className="govuk-link" href={recordHref(locale, recordId)}>
						{recordId.slice(0, 8)}
					</a>
				</li>
			))}
			{more > 0 ? (
				<li>{say('requirements.records.more', { count: more, shown: format.count(more) })}</li>
			) : null}
		</ul>
	)
}
