import { commitmentHref, milestoneHref } from '#app/components/addresses.ts'
import { DivergenceText } from '#app/components/judgement/divergence-text.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { DivergenceItem } from '#app/domain/action-plan/rules.ts'
import type { CommitmentRow } from '#app/domain/divergence/view.ts'

type DivergenceListProps = { rows: readonly CommitmentRow[]; divergences: readonly DivergenceItem[] }

/** Where claim and finding differ, the widest gap first, each in words. */
export function DivergenceList({ rows, divergences }: DivergenceListProps) {
	const { say, locale } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-l">{say('dashboard.divergences')}</h2>
			{divergences.length === 0 ? <p className="govuk-body">{say('dashboard.divergences.none')}</p> : null}
			<ul className="govuk-list app-divergences">
				{divergences.map(({ commitmentId, milestoneId, judgements }) => {
					const commitment = rows.find((row) => row.commitment.id === commitmentId)?.commitment
					const milestone = commitment?.milestones.find((m) => m.id === milestoneId)
					if (!commitment) return null
					return (
						<li key={`${commitmentId} ${milestoneId ?? ''}`}>
							<a
								className="govuk-link"
								href={
									milestone
										? milestoneHref(locale, commitmentId, milestone.id)
										: commitmentHref(locale, commitmentId)
								}
							>
								<TextIn text={milestone?.title ?? commitment.title} />
							</a>
							<DivergenceText judgements={judgements} />
						</li>
					)
				})}
			</ul>
		</section>
	)
}
