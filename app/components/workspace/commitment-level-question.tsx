import { useForm } from '@conform-to/react'
import { tasksHref } from '#app/components/addresses.ts'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { useWords } from '#app/components/words.tsx'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import type { LevelTask } from '#app/domain/commitment-level/view.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { levelHref } from './addresses.ts'
import { TextPair } from './done-fields.tsx'
import { LevelCaption, SuggestionText } from './level-suggestion.tsx'
import { ProposalSummary } from './proposal-summary.tsx'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { StoredNow } from './stored-now.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type LevelText = { level: string; sentenceId: string; sentenceEn: string }
type QuestionProps = { task: LevelTask; person: Signed; rejected: Rejected }

/** The level of a whole commitment: what the milestones suggest, and what the institution states with a sentence. */
export function CommitmentLevelQuestion({ task, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const fields = useLevelForm(task, rejected)
	const { level, sentenceId, sentenceEn } = fields
	return (
		<WorkspacePage
			person={person}
			member={task.member}
			backHref={tasksHref(locale)}
			errors={errorsOf(rejected, [level, sentenceId, sentenceEn], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<LevelCaption task={task} />}>{say('commitment-level.title')}</PageTitle>
			<SuggestionText task={task} />
			<LevelNews task={task} />
			{isOpen(task) ? <LevelForm task={task} fields={fields} refusal={rejected?.reason} /> : null}
		</WorkspacePage>
	)
}

function useLevelForm({ draft, published }: LevelTask, rejected: Rejected) {
	const before = draft ?? published
	const [, fields] = useForm<LevelText>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: {
			level: before?.level,
			sentenceId: before?.sentence.id,
			sentenceEn: before?.sentence.en,
		},
	})
	return fields
}

type FormProps = {
	task: LevelTask
	fields: ReturnType<typeof useLevelForm>
	refusal: RefusalReason | null | undefined
}

function LevelForm({ task, fields: { level, sentenceId, sentenceEn }, refusal }: FormProps) {
	const { say, locale } = useWords()
	const key = { commitmentId: task.commitment.id, checkpointCode: task.checkpoint.code }
	return (
		<>
			<StoredNow refusal={refusal}>
				{task.draft ? <ProposalSummary draft={task.draft} /> : say('workspace.not-given')}
			</StoredNow>
			<QuestionForm
				action={levelHref(locale, key)}
				version={task.draft?.version ?? 0}
				button={say('commitment-level.send')}
			>
				<Radios
					{...fieldFrom(level, say)}
					label={say('commitment-level.level')}
					size="s"
					items={CLAIMED_LEVELS.map((code) => ({
						value: code,
						label: <LevelWord level={code} judge="claimed" />,
					}))}
				/>
				<p className="govuk-body">{say('commitment-level.sentence.hint')}</p>
				<TextPair words="commitment-level.sentence" rows={3} fields={{ id: sentenceId, en: sentenceEn }} />
			</QuestionForm>
		</>
	)
}

function isOpen({ draft, closedBecause }: LevelTask): boolean {
	return draft?.state !== 'WAITING' && closedBecause === null
}

/** What became of the level so far: with the lead, sent back, published, or closed. */
function LevelNews({ task }: { task: LevelTask }) {
	const { say } = useWords()
	const { draft, published, closedBecause } = task
	if (draft?.state === 'WAITING') {
		return (
			<>
				<InsetText>{say('commitment-level.waiting')}</InsetText>
				<ProposalSummary draft={draft} />
			</>
		)
	}
	return (
		<>
			{draft?.returnedReason ? (
				<InsetText>
					<strong>{say('commitment-level.returned')}</strong>
					<br />
					{draft.returnedReason}
				</InsetText>
			) : null}
			{published ? <InsetText>{say('commitment-level.correction')}</InsetText> : null}
			{closedBecause === null ? null : <InsetText>{say(`refusal.${closedBecause}`)}</InsetText>}
			<p className="app-quiet">
				<TextIn text={task.institution} />
			</p>
		</>
	)
}
