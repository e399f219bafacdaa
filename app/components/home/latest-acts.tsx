import { recordHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ActLine } from '#app/domain/plan-record/queries.server.ts'

/** What was published last, by whom, each with its lasting address. */
export function LatestActs({ acts }: { acts: readonly ActLine[] }) {
	const { say, locale, format } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-l">{say('home.latest')}</h2>
			{acts.length === 0 ? <p className="govuk-body">{say('home.latest.none')}</p> : null}
			<ol className="app-timeline">
				{acts.map((act) => (
					<li key={act.index}>
						<time dateTime={act.day}>{format.day(act.day)}</time>
						<h3 className="govuk-heading-s">
							<a className="govuk-link" href={`${recordHref(locale, act.recordId)}?version=${act.version}`}>
								<TextIn text={act.commitmentTitle} />
							</a>
						</h3>
						<p className="govuk-body">
							{say(`act.${act.kind}`)}: <TextIn text={act.organizationName} />
							{act.isDemonstration ? ` (${say('demonstration.mark')})` : null}
						</p>
					</li>
				))}
			</ol>
		</section>
	)
}
