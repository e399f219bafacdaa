import { commitmentHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { StoodBack } from '#app/components/verification/stood-back.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { subjectHref } from '#app/components/workspace/addresses.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { CheckpointChoices, Choice, CommitmentChoices } from '#app/domain/finding-choice/view.ts'
import { atCheckpointHref, commitmentsToVerifyHref, standBackHref } from './addresses.ts'

type Props = { choices: CommitmentChoices; person: Signed }

/** What of a commitment can be verified, at which checkpoint: the whole, each milestone, what was claimed and silence. */
export function CommitmentToVerify({ choices, person }: Props) {
	const { say, locale } = useWords()
	const { commitment, member, checkpoints, recusals, isRecused } = choices
	return (
		<WorkspacePage person={person} member={member} backHref={commitmentsToVerifyHref(locale)}>
			<PageTitle caption={<TextIn text={commitment.title} />}>{say('verify.commitment.title')}</PageTitle>
			<p className="govuk-body">
				<a className="govuk-link" href={commitmentHref(locale, commitment.id)}>
					{say('verify.commitment.public')}
				</a>
			</p>
			{isRecused ? <WarningText>{say('refusal.recused')}</WarningText> : null}
			{checkpoints.length === 0 ? <p className="govuk-body">{say('verify.commitment.none')}</p> : null}
			{checkpoints.map((checkpoint) => (
				<AtCheckpoint key={checkpoint.code} checkpoint={checkpoint} commitmentId={commitment.id} />
			))}
			<StoodBack recusals={recusals} />
			{isRecused ? null : (
				<p className="govuk-body">
					<a className="govuk-link" href={standBackHref(locale, commitment.id)}>
						{say('recusal.title')}
					</a>
				</p>
			)}
		</WorkspacePage>
	)
}

type AtProps = { checkpoint: CheckpointChoices; commitmentId: string }

function AtCheckpoint({ checkpoint, commitmentId }: AtProps) {
	const words = useWords()
	const { say, format } = words
	const values = { code: checkpoint.code, on: format.day(checkpoint.dueOn) }
	return (
		<section>
			<h2 className="govuk-heading-m">{say('verify.commitment.checkpoint', values)}</h2>
			<ul className="govuk-list">
				{checkpoint.choices.map((choice) => (
					<li key={choice.milestone?.id ?? commitmentId}>
						<Name choice={choice} commitmentId={commitmentId} code={checkpoint.code} />
						<span className="app-remark">{saidIn(choice, words)}</span>
					</li>
				))}
			</ul>
		</section>
	)
}

type NameProps = { choice: Choice; commitmentId: string; code: string }

/** What can be judged leads to where it is; what cannot, only says its name. */
function Name({ choice: { milestone, said, closedBecause }, commitmentId, code }: NameProps) {
	const { say, locale } = useWords()
	const name =
		milestone === null ? (
			say('verify.commitment.whole')
		) : (
			<>
				{milestone.number} <TextIn text={milestone.title} missing={say('milestone.untitled')} />
			</>
		)
	if (closedBecause !== null) return <>{name}</>
	const place =
		milestone === null
			? ({ kind: 'commitments', id: commitmentId } as const)
			: ({ kind: 'milestones', id: milestone.id } as const)
	const href =
		milestone !== null && said !== null
			? subjectHref(locale, { claimRecordId: said.recordId, milestoneId: milestone.id })
			: atCheckpointHref(locale, place, code)
	return (
		<a className="govuk-link" href={href}>
			{name}
		</a>
	)
}

function saidIn({ milestone, said, isFound, closedBecause }: Choice, { say }: Words): string {
	if (closedBecause !== null) return say(`refusal.${closedBecause}`)
	if (isFound) return say('verify.commitment.found')
	if (said?.isNil) return say('verify.commitment.nil')
	if (said?.level) return say('verify.commitment.claimed', { level: say(`level.${said.level}`) })
	return say(milestone === null ? 'verify.commitment.nothing-stated' : 'verify.commitment.silence')
}
