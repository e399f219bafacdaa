import { TableRegion } from '#app/components/ui/table.tsx'
import { ShareText } from '#app/components/plan/plan-summary.tsx'
import { useWords } from '#app/components/words.tsx'
import type { DivergenceSummary } from '#app/domain/divergence-list/rules.ts'

const SHOWN = ['AGREES', 'GOVERNMENT_HIGHER', 'VERIFIER_HIGHER', 'CANNOT_VERIFY'] as const

type DivergenceGroupsProps = {
	by: 'plan' | 'institution'
	groups: readonly {
		readonly group: string
		readonly name?: string
		readonly summary: DivergenceSummary
	}[]
}

/** How claims and findings stand to each other in each group, with what is left out; nothing without groups. */
export function DivergenceGroups({ by, groups }: DivergenceGroupsProps) {
	const { say, format } = useWords()
	if (groups.length === 0) return null
	return (
		<TableRegion
			id={`by-${by}`}
			caption={say(`divergence.groups.${by}`)}
			stacks
			columns={[
				{ head: say(`divergence.filter.${by}`) },
				...SHOWN.map((state) => ({ head: say(`divergence.${state}`), isNumeric: true })),
				{ head: say('divergence.groups.shown'), isNumeric: true },
				{ head: say('dashboard.coverage') },
			]}
			rows={groups.map(({ group, name = group, summary }) => ({
				key: group,
				cells: [
					name === '' ? say('divergence.groups.unnamed') : name,
					...SHOWN.map((state) => format.count(summary.counts[state])),
					say('divergence.groups.of', {
						shown: format.count(summary.shown),
						of: format.count(summary.of),
					}),
					<ShareText key="coverage" share={summary.coverage} />,
				],
			}))}
		/>
	)
}
