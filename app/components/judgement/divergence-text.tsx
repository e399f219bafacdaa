import { useWords } from '#app/components/words.tsx'
import type { Divergence, Judgements } from '#app/domain/divergence/rules.ts'
import type { Say } from '#app/i18n/translate.ts'

/** What lies between claim and findings, in whole sentences. */
export function DivergenceText({ judgements }: { judgements: Judgements }) {
	const { say } = useWords()
	return (
		<div className="app-divergence">
			{divergenceSentences(judgements, say).map((sentence) => (
				<p key={sentence}>{sentence}</p>
			))}
		</div>
	)
}

/** The gap to the verification as one sentence, and, where there is one, the gap to the IRM and what proof is missing. */
export function divergenceSentences(judgements: Judgements, say: Say): readonly string[] {
	const { divergence, codedDivergence, coded, claimed, assessedDivergence } = judgements
	return [
		sentenceOf(divergence, 'verified', say),
		...(assessedDivergence && claimed.level !== null
			? [sentenceOf(assessedDivergence, 'assessed', say)]
			: []),
		...(coded.level !== null && claimed.level !== null ? [sentenceOf(codedDivergence, 'coded', say)] : []),
		...(divergence.evidenceGap === null ? [] : [say(`evidence-gap.sentence.${divergence.evidenceGap}`)]),
	]
}

function sentenceOf(
	{ state, steps }: Divergence,
	judge: 'verified' | 'assessed' | 'coded',
	say: Say,
): string {
	return say(`divergence.sentence.${judge}.${state}`, { count: Math.abs(steps ?? 0) })
}
