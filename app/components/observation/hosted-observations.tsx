import { useForm } from '@conform-to/react'
import { milestoneHref, recordHref, tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
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
import type { HostedObservation } from '#app/domain/observation/view.ts'
import { hiddenObservationsHref, hideObservationHref, hostedObservationsHref } from './addresses.ts'
import { HiddenNote } from './hidden-note.tsx'
import { WrittenText } from './record-rows.tsx'

type ListProps = {
	observations: readonly HostedObservation[]
	page: number
	pages: number
	person: Signed
}

/** Observations, newest first, as the host looks through them for what the law forbids. */
export function HostedObservations({ observations, page, pages, person }: ListProps) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} backHref={tasksHref(locale)}>
			<PageTitle>{say('observation.hosted.title')}</PageTitle>
			<p className="govuk-body">{say('observation.hosted.lead')}</p>
			<p className="govuk-body">
				<a className="govuk-link" href={hiddenObservationsHref(locale)}>
					{say('observation.hidden.title')}
				</a>
			</p>
			{observations.length === 0 ? <p className="govuk-body">{say('observation.none')}</p> : null}
			{observations.map((observation) => (
				<article key={observation.recordId} className="app-act">
					<Observed observation={observation} />
					{observation.hiding === null ? (
						<p className="govuk-body">
							<a className="govuk-link" href={hideObservationHref(locale, observation.recordId)}>
								{say('observation.hide')}
								<span className="govuk-visually-hidden"> {observation.recordId}</span>
							</a>
						</p>
					) : null}
				</article>
			))}
			<Pagination
				previousHref={page > 1 ? hostedObservationsHref(locale, page - 1) : undefined}
				nextHref={page < pages ? hostedObservationsHref(locale, page + 1) : undefined}
			/>
		</WorkspacePage>
	)
}

function Observed({ observation }: { observation: HostedObservation }) {
	const { say, locale, format } = useWords()
	const { recordId, commitmentId, milestoneId, text, publishedOn, url, hiding } = observation
	return (
		<>
			<p className="app-quiet">
				{say('observation.sent', { on: format.day(publishedOn) })}{' '}
				<a className="govuk-link" href={recordHref(locale, recordId)}>
					{say('observation.record')}
				</a>
				{' · '}
				<a className="govuk-link" href={milestoneHref(locale, commitmentId, milestoneId)}>
					{say('observation.about')}
				</a>
			</p>
			<WrittenText text={text} locale={observation.locale} />
			{url === null ? null : (
				<p className="govuk-body">
					<SourceLink href={url} text={webHost(url) ?? url} />
				</p>
			)}
			{hiding === null ? null : <HiddenNote hiding={hiding} />}
		</>
	)
}

type HideProps = { observation: HostedObservation; person: Signed; rejected: Rejected }

/** Why an observation is hidden: one of the grounds of law and safety, and a note that everyone reads. */
export function HideQuestion({ observation, person, rejected }: HideProps) {
	const { say, locale } = useWords()
	const [, { reason, noteId, noteEn }] = useForm<{ reason: string; noteId: string; noteEn: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
	})
	const most = HIDING_NOTE_MAX_CHARACTERS
	return (
		<WorkspacePage
			person={person}
			backHref={hostedObservationsHref(locale)}
			errors={errorsOf(rejected, [reason, noteId, noteEn], say)}
			refusal={rejected?.reason}
		>
			<PageTitle>{say('observation.hide')}</PageTitle>
			<Observed observation={observation} />
			{observation.hiding === null ? (
				<QuestionForm
					action={hideObservationHref(locale, observation.recordId)}
					button={say('observation.hide.confirm')}
					variant="warning"
				>
					<InsetText>{say('observation.hide.lead')}</InsetText>
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
