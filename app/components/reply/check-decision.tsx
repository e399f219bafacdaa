import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { StoredText } from '#app/components/workspace/stored-text.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { DecisionDesk } from '#app/domain/verifier-decision/queries.server.ts'
import type { DecisionAnswer } from '#app/domain/verifier-decision/schema.ts'
import { decisionHref } from './addresses.ts'
import { DecisionFrame } from './decision-frame.tsx'

type CheckProps = { desk: DecisionDesk; person: Signed; answer: DecisionAnswer }

/** A decision before it is published. It is kept in the form alone until then. */
export function CheckDecision({ desk, person, answer }: CheckProps) {
	const { say, format } = useWords()
	const { finding, before } = desk
	const { decision, reasonId, reasonEn } = answer
	const versions = { before: format.count(before?.version ?? 0), now: format.count(finding.version) }
	return (
		<DecisionFrame desk={desk} person={person} title={say('decision.check.title')}>
			<SummaryList
				rows={[
					{ key: say('decision.check.decision'), value: say(`decision.choice.${decision}`, versions) },
					{
						key: say('decision.check.reason'),
						value: <StoredText text={{ id: reasonId || null, en: reasonEn || null }} />,
					},
				]}
			/>
			{decision === 'WITHDRAWN' ? <WarningText>{say('decision.choice.WITHDRAWN.hint')}</WarningText> : null}
			<p className="govuk-body">{say('decision.check.lead')}</p>
			<PublishForm recordId={finding.recordId} answer={answer} />
		</DecisionFrame>
	)
}

/** The decision itself, carried along: to be published, or to be changed once more. */
function PublishForm({ recordId, answer }: { recordId: string; answer: DecisionAnswer }) {
	const { say, locale } = useWords()
	const { findingVersion, after, decision, reasonId = '', reasonEn = '' } = answer
	const hidden = { findingVersion, after, decision, reasonId, reasonEn }
	return (
		<QuestionForm
			action={decisionHref(locale, recordId, 'publish')}
			button={say('decision.check.publish')}
			beside={
				<button
					type="submit"
					className="govuk-button govuk-button--secondary"
					formAction={decisionHref(locale, recordId)}
				>
					{say('workspace.change')}
				</button>
			}
		>
			{Object.entries(hidden).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
		</QuestionForm>
	)
}
