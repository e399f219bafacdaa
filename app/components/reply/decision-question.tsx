import { useForm } from '@conform-to/react'
import type { FieldMetadata } from '@conform-to/react'
import { judgedHref } from '#app/components/finding/addresses.ts'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { withdrawalHref } from '#app/components/workspace/addresses.ts'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { DecisionDesk } from '#app/domain/verifier-decision/queries.server.ts'
import type { DecisionAnswer } from '#app/domain/verifier-decision/schema.ts'
import { DECISIONS, REASON_MAX_CHARACTERS, reasonNotToDecide } from '#app/domain/verifier-decision/rules.ts'
import { decisionHref } from './addresses.ts'
import { DecisionFrame } from './decision-frame.tsx'

type QuestionProps = {
	desk: DecisionDesk
	person: Signed
	rejected?: Rejected
	/** What was typed before the check, for who comes back from it. */
	typed?: DecisionAnswer | undefined
}
type Typed = { decision: string; reasonId: string; reasonEn: string }

/** What the author of a finding decides, and why. */
export function DecisionQuestion({ desk, person, rejected, typed }: QuestionProps) {
	const { say, locale } = useWords()
	const { finding, decided } = desk
	const [, { decision, reasonId, reasonEn }] = useForm<Typed>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { decision: typed?.decision, reasonId: typed?.reasonId, reasonEn: typed?.reasonEn },
	})
	return (
		<DecisionFrame
			desk={desk}
			person={person}
			title={say('decision.title')}
			errors={errorsOf(rejected, [decision, reasonId, reasonEn], say)}
			refusal={rejected?.reason}
			isFindingOpen
		>
			<WindowOpen desk={desk} />
			<WaysToChange desk={desk} />
			<QuestionForm action={decisionHref(locale, finding.recordId, 'check')}>
				<input type="hidden" name="findingVersion" value={finding.version} />
				<input type="hidden" name="after" value={decided} />
				<DecisionChoice desk={desk} field={decision} />
				<TextArea
					{...fieldFrom(reasonId, say)}
					label={say('decision.reason.id')}
					hint={say('decision.reason.hint')}
					lang="id"
					maxLength={REASON_MAX_CHARACTERS}
				/>
				<TextArea
					{...fieldFrom(reasonEn, say)}
					label={say('decision.reason.en')}
					lang="en"
					maxLength={REASON_MAX_CHARACTERS}
				/>
			</QuestionForm>
		</DecisionFrame>
	)
}

type ChoiceProps = { desk: DecisionDesk; field: FieldMetadata<string> }

function DecisionChoice({ desk: { before, finding }, field }: ChoiceProps) {
	const { say, format } = useWords()
	const versions = { before: format.count(before?.version ?? 0), now: format.count(finding.version) }
	return (
		<Radios
			{...fieldFrom(field, say)}
			label={say('decision.question')}
			size="m"
			items={DECISIONS.filter((code) => code !== 'CHANGED' || before !== null).map((code) => ({
				value: code,
				label: say(`decision.choice.${code}`, versions),
				hint: say(`decision.choice.${code}.hint`, versions),
			}))}
		/>
	)
}

/** While the institution still may reply in time and has not: what can be decided, and from when on the rest. */
function WindowOpen({ desk: { thread, today } }: { desk: DecisionDesk }) {
	const { say, format } = useWords()
	const hasReply = thread.replies.length > 0
	const reason = reasonNotToDecide('MAINTAINED', { dueOn: thread.dueOn, hasReply, today })
	if (reason !== 'reply_window_open' || thread.dueOn === null) return null
	return <InsetText>{say('decision.window', { due: format.day(thread.dueOn) })}</InsetText>
}

/** A finding is changed by its next version; one that endangers somebody is hidden in another way. */
function WaysToChange({ desk: { finding, commitment, milestone, claim } }: { desk: DecisionDesk }) {
	const { say, locale } = useWords()
	const judged = {
		commitmentId: commitment.id,
		milestoneId: milestone?.id ?? null,
		checkpointCode: finding.checkpointCode,
		claimRecordId: claim?.recordId ?? null,
	}
	return (
		<>
			<p className="govuk-body">
				{say('decision.change')}{' '}
				<a className="govuk-link" href={judgedHref(locale, judged)}>
					{say('decision.change.link')}
				</a>
			</p>
			<p className="govuk-body">
				{say('decision.danger')}{' '}
				<a className="govuk-link" href={withdrawalHref(locale, finding.recordId, 'withdraw')}>
					{say('decision.danger.link')}
				</a>
			</p>
		</>
	)
}
