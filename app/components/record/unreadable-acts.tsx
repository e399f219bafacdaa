import { recordHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import type { UnreadableAct } from '#app/domain/unreadable-act/view.ts'

type UnreadableActsProps = {
	acts: readonly UnreadableAct[]
	/** By which the acts are named. */
	commitments: readonly Pick<CommitmentRecord, 'id' | 'title' | 'milestones'>[]
}

/** Names the acts that are stored otherwise than they were published, and are left out for that. Nothing without any. */
export function UnreadableActs({ acts, commitments }: UnreadableActsProps) {
	const { say, locale, format } = useWords()
	if (acts.length === 0) return null
	return (
		<section>
			<WarningText>
				{say('unreadable.lead', { count: acts.length, records: format.count(acts.length) })}
			</WarningText>
			<ul className="govuk-list govuk-list--bullet">
				{acts.map(({ kind, recordId, version, ...about }) => (
					<li key={`${recordId}@${version}`}>
						<a className="govuk-link" href={recordHref(locale, recordId)}>
							{say('unreadable.record', { act: say(`act.${kind}`), recordId, version })}
						</a>{' '}
						<TextIn text={subjectOf(about, commitments)} missing="" />
					</li>
				))}
			</ul>
		</section>
	)
}

/** The milestone or commitment that an act is about; for the plan as a whole nothing. */
function subjectOf(
	{ commitmentId, milestoneId }: Pick<UnreadableAct, 'commitmentId' | 'milestoneId'>,
	commitments: UnreadableActsProps['commitments'],
) {
	const commitment = commitments.find(({ id }) => id === commitmentId)
	const milestone = commitment?.milestones.find(({ id }) => id === milestoneId)
	return (milestone ?? commitment)?.title ?? { en: null, id: null }
}
