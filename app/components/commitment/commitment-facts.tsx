import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { periodInWords } from './period-in-words.ts'

/** What was promised, by whom and until when, as published; what the source leaves out is said to be missing. */
export function CommitmentFacts({ commitment }: { commitment: CommitmentRecord }) {
	const words = useWords()
	const { say } = words
	const missing = say('missing.text')
	const further = (name: string, text: Bilingual | undefined) =>
		text === undefined ? [] : [{ key: say(`commitment.${name}`), value: <TextIn text={text} /> }]
	return (
		<SummaryList
			rows={[
				{ key: say('commitment.problem'), value: <TextIn text={commitment.problem} /> },
				{ key: say('commitment.baseline'), value: <TextIn text={commitment.baseline} /> },
				{ key: say('commitment.description'), value: <TextIn text={commitment.description} /> },
				...further('contribution', commitment.contribution),
				{ key: say('commitment.lead'), value: commitment.leadInstitution ?? missing },
				{ key: say('commitment.supporting'), value: commitment.supportingInstitutions ?? missing },
				{ key: say('commitment.period'), value: periodInWords(commitment, words) },
				{ key: say('commitment.values'), value: <OgpValues commitment={commitment} /> },
				{ key: say('commitment.policy-areas'), value: commitment.policyAreas.join(', ') || missing },
				...further('additional', commitment.additional),
				{ key: say('commitment.ogp-id'), value: commitment.ogpId ?? missing },
			]}
		/>
	)
}

const KNOWN_VALUES = ['TRANSPARENCY', 'PARTICIPATION', 'ACCOUNTABILITY', 'TECHNOLOGY', 'INCLUSION']

function OgpValues({ commitment }: { commitment: CommitmentRecord }) {
	const { say } = useWords()
	if (commitment.ogpValues.length === 0) return <>{say('missing.text')}</>
	return (
		<ul className="app-plain-list">
			{commitment.ogpValues.map(({ code, justification }) => {
				const word = KNOWN_VALUES.includes(code) ? say(`ogp-value.${code}`) : code
				return (
					<li key={code}>
						{justification === null ? word : say('commitment.value.because', { value: word, justification })}
					</li>
				)
			})}
		</ul>
	)
}
