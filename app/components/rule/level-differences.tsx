import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { LevelDifference, ReasonedLevel } from '#app/domain/level-difference/rules.ts'
import type { RuleVersionPreview } from '#app/domain/rule-version/view.ts'
import { versionInWords } from './rule-version-form.tsx'

type Props = { preview: Pick<RuleVersionPreview, 'levels' | 'members' | 'today'> }

/** What today's levels of every member would be by the new numbers, where they would be others. */
export function LevelDifferences({ preview: { levels, members, today } }: Props) {
	const words = useWords()
	const { say, format } = words
	return (
		<section>
			<h2 className="govuk-heading-l">{say('rule-version.levels')}</h2>
			<p className="govuk-body">
				{say('rule-version.levels.lead', {
					members: format.count(members),
					version: today ? versionInWords(today, words) : say('missing.text'),
				})}
			</p>
			{levels.length === 0 ? (
				<p className="govuk-body">
					<strong>{say('rule-version.levels.none')}</strong>
				</p>
			) : (
				<DifferenceTable levels={levels} />
			)}
		</section>
	)
}

function DifferenceTable({ levels }: { levels: readonly LevelDifference[] }) {
	const words = useWords()
	const { say } = words
	return (
		<Table
			id="levels-changed"
			caption={say('rule-version.levels.caption', { count: levels.length })}
			captionSize="s"
			stacks
			columns={[
				{ head: say('rule-version.levels.member') },
				{ head: say('rule-version.levels.what'), isWide: true },
				{ head: say('rule-version.before'), isWide: true },
				{ head: say('rule-version.after'), isWide: true },
			]}
			rows={levels.map((one) => ({
				key: `${one.memberId} ${one.requirement ?? one.expectation}`,
				cells: [
					<TextIn key="member" text={one.memberName} />,
					whatIn(one, words),
					<Reasoned key="before" one={one} is={one.before} />,
					<Reasoned key="after" one={one} is={one.after} />,
				],
			}))}
		/>
	)
}

function whatIn({ expectation, requirement }: LevelDifference, { say }: Pick<Words, 'say'>): string {
	return requirement === null ? say(`expectation.${expectation}`) : say(`requirement.${requirement}`)
}

function Reasoned({ one, is }: { one: LevelDifference; is: ReasonedLevel }) {
	const { say } = useWords()
	const family = one.requirement === null ? 'expectation-reason' : 'requirement-reason'
	return (
		<>
			<strong>{say(`expectation-level.${is.level}`)}</strong>
			{is.reasons.map((reason) => (
				<p key={reason} className="govuk-body app-quiet">
					{say(`${family}.${reason}`)}
				</p>
			))}
		</>
	)
}
