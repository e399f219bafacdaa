import { commitmentHref, evidenceHref } from '#app/components/addresses.ts'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { periodInWords } from '#app/components/commitment/period-in-words.ts'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { OGP_VALUES } from '#app/domain/plan-draft/rules.ts'
import type { AssessedCommitment } from '#app/domain/self-assessment/schema.ts'
import { Suggested } from './completion-table.tsx'
import { WrittenText } from './written-text.tsx'

type CommitmentProps = { commitment: AssessedCommitment }

/** What a self-assessment says of one commitment: what was promised, how far it is, and what it rests on. */
export function CommitmentSection({ commitment }: CommitmentProps) {
	const { say, locale } = useWords()
	const unconfirmed = commitment.level === null ? say('self-assessment.not-confirmed') : undefined
	return (
		<>
			<PromisedFacts commitment={commitment} />
			<SummaryList
				rows={[
					{
						key: say('self-assessment.level'),
						value: <LevelWord level={commitment.level} judge="claimed" word={unconfirmed} />,
					},
					{ key: say('self-assessment.suggested'), value: <Suggested commitment={commitment} /> },
					{ key: say('self-assessment.results'), value: <WrittenText text={commitment.results} /> },
				]}
			/>
			<MilestoneTable commitment={commitment} />
			<SummaryList
				rows={[
					{ key: say('self-assessment.evidence'), value: <ClaimEvidence commitment={commitment} /> },
					{ key: say('self-assessment.next'), value: <WrittenText text={commitment.next} /> },
					{ key: say('self-assessment.contact'), value: say('self-assessment.contact.withheld') },
				]}
			/>
			<p className="govuk-body">
				<a className="govuk-link" href={commitmentHref(locale, commitment.id)}>
					{say('self-assessment.commitment-link')}
				</a>
			</p>
		</>
	)
}

/** What the plan says; nothing of it is typed here. */
export function PromisedFacts({ commitment }: CommitmentProps) {
	const words = useWords()
	const { say } = words
	const missing = say('missing.text')
	const saidText = (key: string, text: Bilingual | undefined) =>
		text === undefined ? [] : [{ key: say(key), value: <TextIn text={text} /> }]
	return (
		<SummaryList
			rows={[
				...(commitment.standing === null
					? []
					: [{ key: say('self-assessment.standing'), value: say(`standing.${commitment.standing}`) }]),
				{ key: say('commitment.period'), value: periodInWords(commitment, words) },
				{ key: say('commitment.lead'), value: commitment.leadInstitution ?? missing },
				{ key: say('commitment.supporting'), value: commitment.supportingInstitutions ?? missing },
				{ key: say('commitment.problem'), value: <TextIn text={commitment.problem} /> },
				{ key: say('commitment.description'), value: <TextIn text={commitment.description} /> },
				...saidText('commitment.contribution', commitment.contribution),
				{ key: say('commitment.values'), value: <Values commitment={commitment} /> },
				...saidText('commitment.additional', commitment.additional),
			]}
		/>
	)
}

function Values({ commitment: { ogpValues } }: CommitmentProps) {
	const { say } = useWords()
	if (ogpValues.length === 0) return <>{say('missing.text')}</>
	return (
		<ul className="app-plain-list">
			{ogpValues.map(({ code, justification }) => {
				const value = OGP_VALUES.some((one) => one === code) ? say(`ogp-value.${code}`) : code
				return (
					<li key={code}>
						{justification === null ? value : say('commitment.value.because', { value, justification })}
					</li>
				)
			})}
		</ul>
	)
}

/** Each milestone with what the newest claim says, and its days: planned, and as they were. */
export function MilestoneTable({ commitment: { id, milestones } }: CommitmentProps) {
	const words = useWords()
	const { say, format } = words
	if (milestones.length === 0) return null
	const dayOr = (day: string | null) =>
		day === null ? say('self-assessment.milestone.unknown') : format.day(day)
	return (
		<Table
			id={`milestones-${id}`}
			caption={say('self-assessment.milestones')}
			captionSize="s"
			stacks
			columns={[
				{ head: say('self-assessment.milestone'), isWide: true },
				{ head: say('self-assessment.milestone.level') },
				{ head: say('self-assessment.milestone.planned') },
				{ head: say('self-assessment.milestone.actual') },
			]}
			rows={milestones.map((milestone) => ({
				key: milestone.id,
				cells: [
					<span key="name">
						{milestone.number === null ? null : `${milestone.number} `}
						<TextIn text={milestone.title} />
					</span>,
					<MilestoneLevel key="level" milestone={milestone} />,
					periodInWords(milestone, words),
					say('self-assessment.milestone.ran', {
						from: dayOr(milestone.startedOn),
						until: dayOr(milestone.finishedOn),
					}),
				],
			}))}
		/>
	)
}

function MilestoneLevel({ milestone }: { milestone: AssessedCommitment['milestones'][number] }) {
	const { say } = useWords()
	const { level, levelAsPublished, claim } = milestone
	const silent = claim === null ? say('level.NO_REPORT') : (levelAsPublished ?? undefined)
	return <LevelWord level={level} judge="claimed" word={level === null ? silent : undefined} />
}

/** The evidence of all claims on the commitment. */
function ClaimEvidence({ commitment: { evidence } }: CommitmentProps) {
	const { say, locale } = useWords()
	if (evidence.length === 0) return <>{say('evidence.none')}</>
	return (
		<ul className="app-evidence">
			{evidence.map((piece, at) => {
				const kind = say(`evidence-kind.${piece.kind}`)
				if (piece.isProtected) return <li key={at}>{say('evidence.protected', { kind })}</li>
				const text = piece.title ?? webHost(piece.url ?? '') ?? say('evidence.untitled')
				return (
					<li key={at}>
						{piece.id === null ? (
							<SourceLink href={piece.url ?? ''} text={text} />
						) : (
							<a className="govuk-link" href={evidenceHref(locale, piece.id)}>
								{text}
							</a>
						)}
						{` – ${kind}`}
					</li>
				)
			})}
		</ul>
	)
}
