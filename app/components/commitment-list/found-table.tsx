import { commitmentHref, memberHref, planHref } from '#app/components/addresses.ts'
import { JudgementInRow, SpreadText } from '#app/components/judgement/judgement-trio.tsx'
import { divergenceSentences } from '#app/components/judgement/divergence-text.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { FoundCommitment } from '#app/domain/commitment-list/view.ts'

type FoundTableProps = { id: string; caption: string; commitments: readonly FoundCommitment[] }

/** Commitments that were found, each with government's level and the independent ones side by side. */
export function FoundTable({ id, caption, commitments }: FoundTableProps) {
	const { say } = useWords()
	const isAssessed = commitments.some(({ judgements }) => judgements.assessed)
	return (
		<TableRegion
			id={id}
			caption={caption}
			stacks
			columns={[
				{ head: say('commitment.one'), isWide: true },
				{ head: say('judge.short.claimed') },
				{ head: say('judge.short.verified') },
				...(isAssessed ? [{ head: say('judge.short.assessed') }] : []),
				{ head: say('judge.short.coded') },
				{ head: say('commitment.gap') },
			]}
			rows={commitments.map((commitment) => ({
				key: commitment.id,
				cells: cellsOf(commitment, isAssessed),
			}))}
		/>
	)
}

function cellsOf(commitment: FoundCommitment, isAssessed: boolean) {
	const { claimed, verified, assessed, coded } = commitment.judgements
	return [
		<Name key="name" commitment={commitment} />,
		<JudgementInRow key="claimed" judge="claimed" judgement={claimed} />,
		<span key="verified">
			<JudgementInRow judge="verified" judgement={verified} />
			<SpreadText judgement={verified} />
		</span>,
		...(isAssessed ? [<Assessed key="assessed" assessed={assessed} />] : []),
		<JudgementInRow key="coded" judge="coded" judgement={coded} />,
		<Gap key="gap" judgements={commitment.judgements} />,
	]
}

function Assessed({ assessed }: { assessed: FoundCommitment['judgements']['assessed'] }) {
	const { say } = useWords()
	return assessed ? (
		<JudgementInRow judge="assessed" judgement={assessed} />
	) : (
		<>{say('level.NOT_ASSESSED')}</>
	)
}

function Name({ commitment }: { commitment: FoundCommitment }) {
	const { say, locale, format } = useWords()
	const { number, ogpId, title, standing, member, plan, institution } = commitment
	const { overdueMilestones, lateSinceOn } = commitment
	return (
		<>
			{number ?? ogpId}{' '}
			<a className="govuk-link" href={commitmentHref(locale, commitment.id)}>
				<TextIn text={title} missing={say('commitment.untitled')} />
			</a>
			<span className="app-line app-quiet">
				<a className="govuk-link" href={memberHref(locale, member.id)}>
					<TextIn text={member.name} />
				</a>
				{member.isDemonstration ? ` (${say('demonstration.mark')})` : null}
				{' · '}
				<a className="govuk-link" href={planHref(locale, plan.id)}>
					<TextIn text={plan.title} />
				</a>
			</span>
			<span className="app-line app-quiet">{institution ?? say('divergence.groups.unnamed')}</span>
			{standing === null ? null : <span className="app-line">{say(`standing.${standing}`)}</span>}
			{lateSinceOn === null ? null : (
				<span className="app-line">
					{say('commitments.late-since', { count: overdueMilestones, on: format.day(lateSinceOn) })}
				</span>
			)}
		</>
	)
}

function Gap({ judgements }: { judgements: FoundCommitment['judgements'] }) {
	const { say } = useWords()
	return (
		<>
			{divergenceSentences(judgements, say).map((sentence) => (
				<span key={sentence} className="app-line">
					{sentence}
				</span>
			))}
		</>
	)
}
