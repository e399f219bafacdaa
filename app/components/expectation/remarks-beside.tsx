import { recordHref } from '#app/components/addresses.ts'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { InterestList } from '#app/components/verification/interest-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { RemarkView } from '#app/domain/expectation-remark/view.ts'
import { correctRemarkHref } from './addresses.ts'

type RemarksBesideProps = { memberId: string; remarks: readonly RemarkView[] }

/** What others say beside a level. It stands beside the level and changes nothing of it. */
export function RemarksBeside({ memberId, remarks }: RemarksBesideProps) {
	const { say } = useWords()
	if (remarks.length === 0) return <p className="govuk-body">{say('remark.none')}</p>
	return (
		<>
			{remarks.map((remark) => (
				<Remark key={remark.recordId} memberId={memberId} remark={remark} />
			))}
		</>
	)
}

function Remark({ memberId, remark }: { memberId: string; remark: RemarkView }) {
	const { say, locale, format } = useWords()
	return (
		<article className="app-act">
			<p className="govuk-body">
				<strong>{say(`remark.of.${remark.kind}`)}</strong>
				{' · '}
				<TextIn text={remark.organizationName} />
				{' · '}
				<a className="govuk-link" href={recordHref(locale, remark.recordId)}>
					{format.day(remark.publishedOn)}
				</a>
			</p>
			<p className="app-quote">
				<TextIn text={remark.text} />
			</p>
			<p className="app-quiet">
				{say('remark.on-level', {
					level: say(`expectation-level.${remark.level}`),
					on: format.day(remark.asOfOn),
				})}{' '}
				{remark.url === null ? null : (
					<SourceLink href={remark.url} text={webHost(remark.url) ?? remark.url} />
				)}
			</p>
			<Independence interests={remark.interests} />
			{remark.reason === null ? null : (
				<p className="app-quiet">{say('remark.corrected', { reason: remark.reason })}</p>
			)}
			<p className="app-quiet">
				<a className="govuk-link" href={correctRemarkHref(locale, { memberId, recordId: remark.recordId })}>
					{say('remark.correct')}
					<span className="govuk-visually-hidden">: {say(`remark.of.${remark.kind}`)}</span>
				</a>
			</p>
		</article>
	)
}

/** Whether a dissent is independent of what it judges, as findings say it; nothing where it was not looked for. */
export function Independence({ interests }: { interests: RemarkView['interests'] }) {
	const { say } = useWords()
	if (interests === null) return null
	return (
		<>
			<p className="govuk-body-s">
				{say(interests.length === 0 ? 'independence.INDEPENDENT' : 'independence.INTERESTED')}
			</p>
			<InterestList interests={interests} />
		</>
	)
}
