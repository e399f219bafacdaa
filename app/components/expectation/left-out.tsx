import { commitmentHref } from '#app/components/addresses.ts'
import { amendmentHref } from '#app/components/amendment/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { LeftOutCommitment } from '#app/domain/active-commitment/view.ts'
import type { ExpectationView } from '#app/domain/expectation/view.ts'

/** How many commitments the figures of a level leave out; for the second expectation, each with why. Nothing for none. */
export function LeftOut({ code, leftOut = [] }: Pick<ExpectationView, 'code' | 'leftOut'>) {
	const { say, format } = useWords()
	if (leftOut.length === 0) return null
	const count = say('left-out.lead', { count: leftOut.length, shown: format.count(leftOut.length) })
	if (code !== 'E2_COMMITMENTS')
		return (
			<p className="govuk-body">
				<a className="govuk-link" href="#left-out">
					{count}
				</a>
			</p>
		)
	return (
		<>
			<h3 className="govuk-heading-m" id="left-out">
				{say('left-out.title')}
			</h3>
			<p className="govuk-body">{count}</p>
			<ul className="govuk-list govuk-list--bullet govuk-list--spaced">
				{leftOut.map((one) => (
					<Commitment key={one.commitmentId} commitment={one} />
				))}
			</ul>
		</>
	)
}

function Commitment({ commitment }: { commitment: LeftOutCommitment }) {
	const { say, locale, format } = useWords()
	const { commitmentId, number, title, standing, sinceOn, amendment, successors } = commitment
	return (
		<li>
			<a className="govuk-link" href={commitmentHref(locale, commitmentId)}>
				{number === null ? null : `${number}. `}
				<TextIn text={title} missing={say('amendment.untitled')} />
			</a>
			. {say('left-out.since', { standing: say(`standing.${standing}`), on: format.day(sinceOn) })}{' '}
			{successors.length === 0 ? null : (
				<>
					{say('left-out.goes-on')}{' '}
					{successors.map(({ id, number: numbered, title: named }, at) => (
						<span key={id}>
							{at === 0 ? null : '; '}
							<a className="govuk-link" href={commitmentHref(locale, id)}>
								{numbered === null ? null : `${numbered}. `}
								<TextIn text={named} missing={say('amendment.untitled')} />
							</a>
						</span>
					))}
					.{' '}
				</>
			)}
			{amendment === null ? null : (
				<>
					{say('left-out.reason')} <TextIn text={amendment.reason} />{' '}
					<a className="govuk-link" href={amendmentHref(locale, amendment.recordId)}>
						{say('left-out.amendment')}
					</a>
				</>
			)}
		</li>
	)
}
