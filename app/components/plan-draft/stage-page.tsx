import { useForm } from '@conform-to/react'
import { planHref, recordHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { StageView } from '#app/domain/plan-stage/queries.server.ts'
import type { NextStage } from '#app/domain/plan-stage/rules.ts'
import { runHref } from './addresses.ts'

type StagePageProps = { stage: StageView; person: Signed; rejected: Rejected }

/** Where a plan stands in its life, what may come next and when, and the form that moves it. */
export function StagePage({ stage, person, rejected }: StagePageProps) {
	const words = useWords()
	const { say, locale } = words
	const { plan, member, next, entered } = stage
	const open = next.filter(({ isOpen }) => isOpen)
	return (
		<WorkspacePage
			person={person}
			member={member}
			backHref={planHref(locale, plan.id)}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={plan.title} />}>{say('plan-stage.title')}</PageTitle>
			<SummaryList
				rows={[
					{ key: say('plan-stage.now'), value: say(`plan-status.${plan.status}`) },
					...next.map((one) => ({ key: say(`plan-status.${one.stage}`), value: whenInWords(one, words) })),
				]}
			/>
			{next.length === 0 ? <p className="govuk-body">{say('plan-stage.none')}</p> : null}
			{open.length > 0 ? <StageForm stage={stage} open={open} rejected={rejected} /> : null}
			<EnteredStages entered={entered} />
		</WorkspacePage>
	)
}

function whenInWords({ fromOn, untilOn }: NextStage, { say, format }: Words): string {
	if (fromOn === null) return say('plan-stage.at-once')
	if (untilOn === null) return say('plan-stage.possible-from', { from: format.day(fromOn) })
	return say('period.both', { from: format.day(fromOn), until: format.day(untilOn) })
}

function StageForm({
	stage: { plan },
	open,
	rejected,
}: Pick<StagePageProps, 'stage' | 'rejected'> & { open: readonly NextStage[] }) {
	const { say, locale } = useWords()
	const [, fields] = useForm<{ stage: string; noteId: string; noteEn: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
	})
	return (
		<QuestionForm action={runHref(locale, plan.id, 'stage')} button={say('plan-stage.enter')}>
			<input type="hidden" name="seen" value={plan.status} />
			<Radios
				{...fieldFrom(fields.stage, say)}
				label={say('plan-stage.stage')}
				items={open.map(({ stage }) => ({ value: stage, label: say(`plan-status.${stage}`) }))}
			/>
			<TextArea {...fieldFrom(fields.noteId, say)} label={say('plan-stage.note.id')} lang="id" rows={3} />
			<TextArea {...fieldFrom(fields.noteEn, say)} label={say('plan-stage.note.en')} lang="en" rows={3} />
			<p className="govuk-body">{say('plan-stage.public')}</p>
		</QuestionForm>
	)
}

/** The stages that a plan entered, each with its record. */
export function EnteredStages({ entered }: Pick<StageView, 'entered'>) {
	const { say, locale, format } = useWords()
	if (entered.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{say('plan-stage.entered')}</h2>
			<ul className="govuk-list govuk-list--bullet">
				{entered.map(({ recordId, stage, effectiveOn }) => (
					<li key={recordId}>
						<a className="govuk-link" href={recordHref(locale, recordId)}>
							{say(`plan-status.${stage}`)}
						</a>
						, <time dateTime={effectiveOn}>{format.day(effectiveOn)}</time>
					</li>
				))}
			</ul>
		</section>
	)
}
