import { useWords } from '#app/components/words.tsx'
import type { JudgeFigures, PlanFigures, Share } from '#app/domain/action-plan/rules.ts'

/** How the plan stands, in sentences: what is claimed, what was verified, what the IRM coded, each with its denominator. */
export function PlanSummary({ figures }: { figures: PlanFigures }) {
	const { say } = useWords()
	const values = useShareValues()
	const all = figures.commitments
	return (
		<ul className="govuk-list govuk-list--bullet app-summary">
			<li>{judgeSentence('claimed', figures.claimed)}</li>
			<li>{judgeSentence('verified', figures.verified)}</li>
			<li>{judgeSentence('coded', figures.coded)}</li>
			<li>
				{figures.agreement.share === null
					? say('plan.summary.agreement.none')
					: say('plan.summary.agreement', values(figures.agreement))}
			</li>
			<li>{say('plan.summary.overdue', { count: figures.overdue.length })}</li>
		</ul>
	)

	function judgeSentence(judge: 'claimed' | 'verified' | 'coded', of: JudgeFigures): string {
		const spoken = all - of.notAssessed
		if (spoken === 0) return say(`plan.summary.${judge}.none`, { all })
		if (of.highCompletion.share === null)
			return say(`plan.summary.${judge}.words`, { count: of.inOtherWords, all })
		return say(`plan.summary.${judge}`, { ...values(of.highCompletion), silent: of.notAssessed, all })
	}
}

/** Gives the numbers of a share as a sentence needs them. */
function useShareValues(): (share: Share) => { count: string; of: string; percent: string } {
	const { format } = useWords()
	return ({ count, of, share }) => ({
		count: format.count(count),
		of: format.count(of),
		percent: format.percent(share ?? 0),
	})
}

/** A share with both its numbers in words, or that there is nothing to divide by. */
export function ShareText({ share }: { share: Share }) {
	const { say } = useWords()
	const values = useShareValues()
	return <>{share.share === null ? say('figure.share.none') : say('figure.share', values(share))}</>
}
