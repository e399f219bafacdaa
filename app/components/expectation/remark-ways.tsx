import { useWords } from '#app/components/words.tsx'
import { REMARK_KINDS } from '#app/domain/expectation-remark/rules.ts'
import { remarkHref } from './addresses.ts'

/** How somebody comments on a level or dissents from it; both ask to sign in first. */
export function RemarkWays({ memberId }: { memberId: string }) {
	const { say, locale } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-l">{say('remark.ways')}</h2>
			<p className="govuk-body">{say('remark.ways.text')}</p>
			<ul className="govuk-list">
				{REMARK_KINDS.map((kind) => (
					<li key={kind}>
						<a className="govuk-link" href={remarkHref(locale, { memberId, kind })}>
							{say(`remark.way.${kind}`)}
						</a>
					</li>
				))}
			</ul>
		</section>
	)
}
