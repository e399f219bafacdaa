import { ActFoot } from '#app/components/act-foot.tsx'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import { claimedLevelOfCommitment } from '#app/domain/progress-update/rules.ts'

/** The level that an institution states for the whole commitment, with its sentence, beside what the milestones come to. */
export function StatedLevelCard({ commitment }: { commitment: CommitmentRecord }) {
	const { say, format } = useWords()
	const stated = commitment.statedLevels?.[0]
	if (!stated) return null
	const { level, known, total } = claimedLevelOfCommitment(
		commitment.milestones.map((m) => m.claims[0] ?? null),
	)
	const counts = { known: format.count(known), total: format.count(total) }
	return (
		<article className="app-act">
			<h2 className="govuk-heading-m">{say('commitment-level.heading')}</h2>
			<SummaryList
				rows={[
					{ key: say('claim.by'), value: <TextIn text={stated.organizationName} /> },
					{ key: say('commitment-level.level'), value: <LevelWord level={stated.level} judge="claimed" /> },
					{ key: say('commitment-level.sentence'), value: <TextIn text={stated.sentence} /> },
					{
						key: say('commitment-level.from-milestones'),
						value: say('commitment-level.from-milestones.value', {
							...counts,
							level: say(`level.${level ?? 'NOT_ASSESSED'}`),
						}),
					},
					{ key: say('claim.checkpoint'), value: stated.checkpointCode ?? say('claim.no-checkpoint') },
				]}
			/>
			<p className="govuk-body">{say('commitment-level.stands')}</p>
			<ActFoot {...stated} name={say('commitment-level.heading')} />
		</article>
	)
}
