import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ConsultationLine } from '#app/domain/plan-stage/queries.server.ts'
import { consultationHref } from './addresses.ts'

/** The plans whose text is or was open to comments and is not approved yet. */
export function ConsultationList({ consultations }: { consultations: readonly ConsultationLine[] }) {
	const { say, locale, format } = useWords()
	if (consultations.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{say('consultations.title')}</h2>
			<ul className="govuk-list govuk-list--bullet">
				{consultations.map(({ recordId, title, member, closesOn, isOpen }) => (
					<li key={recordId}>
						<a className="govuk-link" href={consultationHref(locale, recordId)}>
							<TextIn text={title} missing={say('plan-draft.untitled')} />
						</a>
						<br />
						<TextIn text={member.name} /> ·{' '}
						{say(isOpen ? 'consultation.open' : 'consultation.closed', { until: format.day(closesOn) })}
					</li>
				))}
			</ul>
		</section>
	)
}
