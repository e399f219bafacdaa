import { recordHref } from '#app/components/addresses.ts'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { RemarkView } from '#app/domain/expectation-remark/view.ts'

/** What others say beside a level. It stands beside the level and changes nothing of it. */
export function RemarksBeside({ remarks }: { remarks: readonly RemarkView[] }) {
	const { say, locale, format } = useWords()
	if (remarks.length === 0) return <p className="govuk-body">{say('remark.none')}</p>
	return (
		<>
			{remarks.map((remark) => (
				<article key={remark.recordId} className="app-act">
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
				</article>
			))}
		</>
	)
}
