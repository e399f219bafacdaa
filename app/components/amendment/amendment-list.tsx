import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { compileHref } from '#app/components/workspace/addresses.ts'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AmendmentLine, AmendmentsOfPlan } from '#app/domain/amendment-draft/queries.server.ts'
import { amendmentDraftHref, amendmentHref, amendmentsHref } from './addresses.ts'

type AmendmentListProps = { amendments: AmendmentsOfPlan; person: Signed; rejected?: Rejected }

/** The amendments of a plan: those being written, those that wait for a second person, and those published. */
export function AmendmentList({ amendments, person, rejected }: AmendmentListProps) {
	const { say, locale } = useWords()
	const { plan, member, drafts, published } = amendments
	return (
		<WorkspacePage
			person={person}
			member={member}
			backHref={compileHref(locale, plan.id)}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={plan.title} />}>{say('amendment.list.title')}</PageTitle>
			<p className="govuk-body">{say('amendment.list.lead')}</p>
			<QuestionForm action={amendmentsHref(locale, plan.id, 'begin')} button={say('amendment.begin')} />
			<h2 className="govuk-heading-m">{say('amendment.list.drafts')}</h2>
			<Lines lines={drafts} hrefOf={(id) => amendmentDraftHref(locale, { id, plan })} />
			<h2 className="govuk-heading-m">{say('amendment.list.published')}</h2>
			<Lines lines={published} hrefOf={(id) => amendmentHref(locale, id)} />
		</WorkspacePage>
	)
}

function Lines({ lines, hrefOf }: { lines: readonly AmendmentLine[]; hrefOf: (id: string) => string }) {
	const { say, format } = useWords()
	if (lines.length === 0) return <p className="govuk-body">{say('amendment.list.none')}</p>
	return (
		<ul className="govuk-list govuk-list--bullet">
			{lines.map((line) => (
				<li key={line.id}>
					<a className="govuk-link" href={hrefOf(line.id)}>
						<TextIn text={line.reason} missing={say('amendment.no-reason')} />
					</a>
					<br />
					<span className="app-quiet">
						{say(`amendment.state.${line.state ?? 'PUBLISHED'}`, { on: format.day(line.on) })}{' '}
						{say('amendment.count', { count: line.count, number: format.count(line.count) })}
					</span>
				</li>
			))}
		</ul>
	)
}
