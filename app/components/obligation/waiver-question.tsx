import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { ownObligationsHref, waiverHref } from '#app/components/workspace/addresses.ts'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { MemberObligation } from '#app/domain/obligation/queries.server.ts'
import { REASON_MAX_CHARACTERS } from '#app/domain/obligation/schema.ts'
import { RuleSource, Standing } from './obligation-calendar.tsx'
import { obligationInWords, ruleInWords } from '#reports/document/obligation-words.ts'

type WaiverQuestionProps = { owed: MemberObligation; person: Signed; rejected: Rejected }

/** Why an obligation is not asked for: a reason that becomes an act. */
export function WaiverQuestion({ owed, person, rejected }: WaiverQuestionProps) {
	const words = useWords()
	const { say, locale } = words
	const { plan, obligation, member } = owed
	const [, { reasonId, reasonEn }] = useForm<{ reasonId: string; reasonEn: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
	})
	return (
		<WorkspacePage
			person={person}
			member={member}
			backHref={ownObligationsHref(locale)}
			errors={errorsOf(rejected, [reasonId, reasonEn], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={obligationInWords(obligation, words)}>{say('obligation.waive.title')}</PageTitle>
			<Facts obligation={obligation} />
			<p className="govuk-body">
				{say('obligation.waive.hint')} {say('workspace.one-language')}
			</p>
			<QuestionForm
				action={waiverHref(locale, plan.id, obligation.id)}
				button={say('obligation.waive.send')}
				variant="warning"
			>
				<ReasonFields reasonId={reasonId} reasonEn={reasonEn} />
			</QuestionForm>
		</WorkspacePage>
	)
}

type Field = Parameters<typeof fieldFrom<string>>[0]

function ReasonFields({ reasonId, reasonEn }: { reasonId: Field; reasonEn: Field }) {
	const { say } = useWords()
	return (
		<>
			<TextArea
				{...fieldFrom(reasonId, say)}
				label={say('workspace.in-indonesian')}
				lang="id"
				maxLength={REASON_MAX_CHARACTERS}
			/>
			<TextArea
				{...fieldFrom(reasonEn, say)}
				label={say('workspace.in-english')}
				lang="en"
				maxLength={REASON_MAX_CHARACTERS}
			/>
		</>
	)
}

function Facts({ obligation }: Pick<MemberObligation, 'obligation'>) {
	const words = useWords()
	const { say, format } = words
	const { rule } = obligation
	const ofRule =
		rule === null
			? []
			: [
					{ key: say('obligation.rule'), value: ruleInWords(rule, words) },
					{ key: say('obligation.source'), value: <RuleSource rule={rule} /> },
				]
	return (
		<SummaryList
			rows={[
				{ key: say('obligation.due'), value: format.day(obligation.dueOn) },
				{ key: say('obligation.state'), value: <Standing owed={obligation} /> },
				...ofRule,
			]}
		/>
	)
}
