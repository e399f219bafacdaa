import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { CheckpointItem, CheckpointList } from '#app/domain/checkpoint/queries.server.ts'
import { reopenHref, runHref } from './addresses.ts'
import { DraftForm } from './draft-form.tsx'

type ReopenFormProps = {
	list: CheckpointList
	checkpoint: CheckpointItem
	person: Signed
	rejected: Rejected
}

/** Why a locked checkpoint takes reports once more, and until when. */
export function ReopenForm({ list, checkpoint, person, rejected }: ReopenFormProps) {
	const { say, locale } = useWords()
	const { code, state } = checkpoint
	const isClosed = state === 'LOCKED' || state === 'REOPENED'
	return (
		<DraftForm
			person={person}
			member={list.member}
			title={say('checkpoint.reopen.title')}
			caption={
				<>
					<TextIn text={list.plan.title} /> · {code}
				</>
			}
			backHref={runHref(locale, list.plan.id, 'checkpoints')}
			action={reopenHref(locale, list.plan.id, code)}
			button={say('checkpoint.reopen.publish')}
			closed={isClosed ? null : say('refusal.checkpoint_not_locked')}
			fields={[
				{ name: 'untilOn', kind: 'day', label: 'checkpoint.until', hint: 'day.hint', stored: null },
				{ name: 'reasonId', kind: 'text', label: 'checkpoint.reason', lang: 'id', rows: 4, stored: null },
				{ name: 'reasonEn', kind: 'text', label: 'checkpoint.reason', lang: 'en', rows: 4, stored: null },
			]}
			rejected={rejected}
		>
			<p className="govuk-body">
				{say('checkpoint.reopen.lead')} {say('workspace.one-language')}
			</p>
		</DraftForm>
	)
}
