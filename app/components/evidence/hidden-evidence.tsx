import { commitmentHref, protectedEvidenceHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { EvidencePlace } from '#app/domain/evidence/queries.server.ts'
import type { HiddenEvidence as HiddenView } from '#app/domain/evidence/view.ts'

/** What everyone may know of a piece of protected evidence, and the way in for those who are named for it. */
export function HiddenEvidence({ evidence, place }: { evidence: HiddenView; place: EvidencePlace }) {
	const { say, locale, format } = useWords()
	const { id, kind, embargoUntil } = evidence
	const commitment = place.commitment && (
		<a className="govuk-link" href={commitmentHref(locale, place.commitment.id)}>
			<TextIn text={place.commitment.title} missing={place.commitment.id} />
		</a>
	)
	return (
		<>
			<InsetText>{say('evidence.hidden')}</InsetText>
			<SummaryList
				rows={[
					{ key: say('evidence.kind'), value: say(`evidence-kind.${kind}`) },
					...(commitment ? [{ key: say('evidence.commitment'), value: commitment }] : []),
					{
						key: say('evidence.embargo.row'),
						value: embargoUntil === null ? say('evidence.embargo.none') : format.day(embargoUntil),
					},
				]}
			/>
			<p className="govuk-body">
				{say('evidence.hidden.named')}{' '}
				<a className="govuk-link" href={protectedEvidenceHref(locale, id)}>
					{say('evidence.hidden.sign-in')}
				</a>
			</p>
		</>
	)
}
