import { useForm } from '@conform-to/react'
import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { HIDING_NOTE_MAX_CHARACTERS, HIDING_REASONS } from '#app/domain/observation/rules.ts'
import type { HostedContribution } from '#app/domain/public-contribution/view.ts'
import { hideContributionHref, hostedContributionsHref } from './addresses.ts'
import { Contribution } from './contribution-card.tsx'

type ListProps = {
	contributions: readonly HostedContribution[]
	page: number
	pages: number
	person: Signed
}

/** Contributions, newest first, as the host looks through them for what the law forbids. */
export function HostedContributions({ contributions, page, pages, person }: ListProps) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} backHref={tasksHref(locale)}>
			<PageTitle>{say('contribution.hosted.title')}</PageTitle>
			<p className="govuk-body">{say('contribution.hosted.lead')}</p>
			{contributions.length === 0 ? <p className="govuk-body">{say('contribution.none')}</p> : null}
			{contributions.map((contribution) => (
				<article key={contribution.recordId} className="app-act">
					<Contribution contribution={contribution} />
					{contribution.hidden === null ? (
						<p className="govuk-body">
							<a className="govuk-link" href={hideContributionHref(locale, contribution.recordId)}>
								{say('contribution.hide')}
								<span className="govuk-visually-hidden"> {contribution.recordId}</span>
							</a>
						</p>
					) : null}
				</article>
			))}
			<Pagination
				previousHref={page > 1 ? hostedContributionsHref(locale, page - 1) : undefined}
				nextHref={page < pages ? hostedContributionsHref(locale, page + 1) : undefined}
			/>
		</WorkspacePage>
	)
}

type HideProps = { contribution: HostedContribution; person: Signed; rejected: Rejected }

/** Why a contribution is hidden: one of the grounds of law and safety, and a note that everyone reads. */
export function HideContribution({ contribution, person, rejected }: HideProps) {
	const { say, locale } = useWords()
	const [, { reason, noteId, noteEn }] = useForm<{ reason: string; noteId: string; noteEn: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
	})
	const most = HIDING_NOTE_MAX_CHARACTERS
	return (
		<WorkspacePage
			person={person}
			backHref={hostedContributionsHref(locale)}
			errors={errorsOf(rejected, [reason, noteId, noteEn], say)}
			refusal={rejected?.reason}
		>
			<PageTitle>{say('contribution.hide')}</PageTitle>
			<Contribution contribution={contribution} />
			{contribution.hidden === null ? (
				<QuestionForm
					action={hideContributionHref(locale, contribution.recordId)}
					button={say('observation.hide.confirm')}
					variant="warning"
				>
					<InsetText>{say('contribution.hide.lead')}</InsetText>
					<Radios
						{...fieldFrom(reason, say)}
						label={say('observation.hide.reason')}
						items={HIDING_REASONS.map((value) => ({ value, label: say(`hiding-reason.${value}`) }))}
					/>
					<TextArea
						{...fieldFrom(noteId, say)}
						label={say('observation.hide.note-id')}
						hint={say('observation.hide.note.hint')}
						maxLength={most}
					/>
					<TextArea {...fieldFrom(noteEn, say)} label={say('observation.hide.note-en')} maxLength={most} />
				</QuestionForm>
			) : null}
		</WorkspacePage>
	)
}
