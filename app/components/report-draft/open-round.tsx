import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { reportTitle } from '#app/components/report/report-title.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { compileHref } from '#app/components/workspace/addresses.ts'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { ROUND_DAYS } from '#app/domain/report-draft/rules.ts'
import type { RoundQuestion } from '#app/domain/report-draft/view.ts'
import { reportName } from '#app/domain/report-kind/rules.ts'
import { openRoundHref } from './addresses.ts'
import { WaitingDrafts } from './waiting-drafts.tsx'

type OpenRoundProps = { question: RoundQuestion; person: Signed; rejected: Rejected }
type Typed = { report: string; days: string }

/** Whether a draft is shared, of which report, for how long, and with whom. */
export function OpenRound({ question, person, rejected }: OpenRoundProps) {
	const { say, locale } = useWords()
	const { plan, asked, drafts } = question
	const [, { report, days }] = useForm<Typed>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { report: 'progress-report', days: String(ROUND_DAYS.usual) },
	})
	return (
		<WorkspacePage
			person={person}
			member={plan.member}
			backHref={compileHref(locale, plan.id)}
			errors={errorsOf(rejected, [report, days], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={plan.title} />}>{say('report-draft.open.title')}</PageTitle>
			<p className="govuk-body">{say('report-draft.open.lead')}</p>
			<InsetText>{say('report-draft.open.rule')}</InsetText>
			<WaitingDrafts drafts={drafts} title={say('report-draft.list')} />
			<Asked asked={asked} />
			{asked.length === 0 ? null : (
				<QuestionForm action={openRoundHref(locale, plan.id)} button={say('report-draft.open.button')}>
					<Choice question={question} field={fieldFrom(report, say)} />
					<Days field={fieldFrom(days, say)} />
				</QuestionForm>
			)}
		</WorkspacePage>
	)
}

function Asked({ asked }: Pick<RoundQuestion, 'asked'>) {
	const { say } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-m">{say('report-draft.open.asked')}</h2>
			{asked.length === 0 ? <p className="govuk-body">{say('refusal.draft_round_unread')}</p> : null}
			<ul className="govuk-list govuk-list--bullet">
				{asked.map(({ id, name }) => (
					<li key={id}>
						<TextIn text={name} />
					</li>
				))}
			</ul>
		</section>
	)
}

type Field = {
	id: string
	name: string
	errors?: readonly string[] | undefined
	defaultValue?: string | undefined
}

function Choice({ question, field }: Pick<OpenRoundProps, 'question'> & { field: Field }) {
	const words = useWords()
	const { say } = words
	return (
		<Radios
			{...field}
			label={say('poc.report.kind')}
			size="m"
			items={question.choices.map((about) => ({
				value: reportName(about),
				label: reportTitle(about, words),
				hint: say(`reports.about.${about.kind}`),
			}))}
		/>
	)
}

function Days({ field }: { field: Field }) {
	const { say, format } = useWords()
	const limits = { least: format.count(ROUND_DAYS.least), most: format.count(ROUND_DAYS.most) }
	return (
		<TextField
			{...field}
			label={say('report-draft.days')}
			hint={say('report-draft.days.hint', limits)}
			inputMode="numeric"
			width={3}
		/>
	)
}
