import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { useWords } from '#app/components/words.tsx'
import { findingHref } from '#app/components/workspace/addresses.ts'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { STANCES } from '#app/domain/evidence/rules.ts'
import type { FindingView } from '#app/domain/finding-draft/view.ts'
import { draftObservationsHref } from './addresses.ts'
import { ObservationCard } from './observation-list.tsx'

type DraftObservationsProps = { view: FindingView; person: Signed; rejected: Rejected }

/** The observations on a milestone, each to be taken over as evidence into the finding that is being written. */
export function DraftObservations({ view, person, rejected }: DraftObservationsProps) {
	const { say, locale } = useWords()
	const { subject, draft } = view
	const observations = subject.milestone?.observations ?? []
	return (
		<WorkspacePage
			person={person}
			member={subject.member}
			backHref={findingHref(locale, draft.id, 'evidence')}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={subject.milestone?.title ?? subject.commitment.title} />}>
				{say('observation.take-over.title')}
			</PageTitle>
			<p className="govuk-body">{say('observation.take-over.lead')}</p>
			{observations.length === 0 ? <p className="govuk-body">{say('observation.none')}</p> : null}
			{observations.map((observation) => (
				<section key={observation.recordId}>
					<ObservationCard observation={observation} />
					{observation.said === null ? null : <TakeOver view={view} recordId={observation.recordId} />}
				</section>
			))}
		</WorkspacePage>
	)
}

function TakeOver({ view: { draft }, recordId }: { view: FindingView; recordId: string }) {
	const { say, locale } = useWords()
	if (draft.evidence.some((piece) => piece.url.endsWith(`/records/${recordId}`)))
		return <p className="govuk-body">{say('observation.taken-over')}</p>
	return (
		<QuestionForm
			action={draftObservationsHref(locale, draft.id, recordId)}
			version={draft.version}
			button={say('observation.take-over')}
		>
			<Radios
				id={`stance-${recordId}`}
				name="stance"
				label={say('observation.take-over.stance')}
				items={STANCES.map((value) => ({ value, label: say(`stance.${value}`) }))}
			/>
		</QuestionForm>
	)
}
