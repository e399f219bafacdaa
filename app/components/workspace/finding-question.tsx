import { useForm } from '@conform-to/react'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import type { Choice } from '#app/components/ui/radios.tsx'
import { useWords } from '#app/components/words.tsx'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { OUTCOMES } from '#app/domain/verification/rules.ts'
import type { FindingDraft, FindingView } from '#app/domain/finding-draft/view.ts'
import type { SubjectView } from '#app/domain/finding-ground/view.ts'
import type { Say } from '#app/i18n/translate.ts'
import { findingHref } from './addresses.ts'
import { FindingFrame } from './finding-frame.tsx'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { StoredNow } from './stored-now.tsx'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { view: FindingView; person: Signed; rejected: Rejected }

/** The first question of a finding: the monitor's own level, and what it says about the claim. */
export function FindingQuestion({ view, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const { draft, subject } = view
	const [, { level, outcome }] = useForm<{ level: string; outcome: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { level: givenLevel(draft), outcome: draft.outcome },
	})
	return (
		<FindingFrame
			view={view}
			person={person}
			title={say('finding.title')}
			isClaimOpen
			errors={errorsOf(rejected, [level, outcome], say)}
			refusal={rejected?.reason}
		>
			<StoredNow refusal={rejected?.reason}>
				<p className="govuk-body">
					{draft.outcome === null ? say('workspace.not-given') : say(`outcome.${draft.outcome}`)}
				</p>
			</StoredNow>
			<QuestionForm action={findingHref(locale, draft.id, 'finding')} version={draft.version}>
				<Radios {...fieldFrom(level, say)} label={say('finding.level')} size="m" items={levelChoices(say)} />
				<Radios
					{...fieldFrom(outcome, say)}
					label={say(outcomeQuestion(subject))}
					size="m"
					items={OUTCOMES.map((code) => ({ value: code, label: say(`outcome.${code}`) }))}
				/>
			</QuestionForm>
		</FindingFrame>
	)
}

/** What is asked of the claim; without one, of the promise itself. */
function outcomeQuestion({ claim, stated, milestone }: SubjectView): string {
	if (claim !== null || stated !== null) return 'finding.outcome'
	return milestone === null ? 'finding.outcome.whole' : 'finding.outcome.promised'
}

function levelChoices(say: Say): readonly Choice[] {
	const levels = COMPLETION_LEVELS.map((code) => ({
		value: code,
		label: <LevelWord level={code} judge="verified" />,
	}))
	return [...levels, { value: 'NONE', label: say('finding.level.none') }]
}

function givenLevel({ level, outcome }: FindingDraft): string | null {
	return level ?? (outcome === 'CANNOT_VERIFY' ? 'NONE' : null)
}
