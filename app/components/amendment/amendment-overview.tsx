import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { MissingList } from '#app/components/workspace/missing-list.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AmendmentDraftView, ChangeView } from '#app/domain/amendment-draft/view.ts'
import { amendedRecordHref, amendmentDraftHref, amendmentsHref } from './addresses.ts'
import { AmendmentSteps } from './amendment-steps.tsx'
import { ChangeDiff } from './change-diff.tsx'
import { HeadSummary } from './head-summary.tsx'
import { RecordNameText } from './record-name.tsx'

type AmendmentOverviewProps = { draft: AmendmentDraftView; person: Signed; rejected?: Rejected }

/** An amendment as it is checked: what is said of it, what is missing, each change with old beside new. */
export function AmendmentOverview({ draft, person, rejected }: AmendmentOverviewProps) {
	const { say, locale } = useWords()
	const isOpen = draft.state !== 'SUBMITTED'
	return (
		<WorkspacePage
			person={person}
			member={draft.member}
			backHref={amendmentsHref(locale, draft.plan.id)}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={draft.plan.title} />}>{say('amendment.title')}</PageTitle>
			{draft.returnedReason === null ? null : (
				<InsetText>
					<p className="govuk-body">{say('amendment.returned')}</p>
					<p className="app-quote">{draft.returnedReason}</p>
				</InsetText>
			)}
			<Faults draft={draft} />
			<HeadSummary draft={draft} isOpen={isOpen} />
			<h2 className="govuk-heading-m">{say('amendment.changes')}</h2>
			{draft.changes.length === 0 ? <p className="govuk-body">{say('amendment.changes.none')}</p> : null}
			{draft.changes.map((change) => (
				<Change key={change.recordId} draft={draft} change={change} isOpen={isOpen} />
			))}
			{isOpen ? (
				<ButtonLink href={amendmentDraftHref(locale, draft, 'records')} variant="secondary">
					{say('amendment.choose')}
				</ButtonLink>
			) : null}
			<AmendmentSteps draft={draft} />
		</WorkspacePage>
	)
}

function Faults({ draft }: { draft: AmendmentDraftView }) {
	const { say, locale } = useWords()
	const items = draft.faults.map(({ code, recordId, name }) => ({
		href:
			recordId !== null
				? `#record-${recordId}`
				: amendmentDraftHref(locale, draft, code === 'NO_CHANGES' ? 'records' : 'head'),
		text: say(`amendment.fault.${code}`, { name: name?.number ?? name?.title.id ?? name?.title.en ?? '' }),
	}))
	return <MissingList items={items} />
}

type ChangeProps = { draft: AmendmentDraftView; change: ChangeView; isOpen: boolean }

function Change({ draft, change, isOpen }: ChangeProps) {
	const { say, locale } = useWords()
	const { recordId, operation } = change
	const hasText = ['ADD', 'CHANGE', 'MOVE'].includes(operation)
	const isWritten = hasText && !(operation === 'MOVE' && change.recordKind === 'commitment')
	return (
		<section id={`record-${recordId}`} className="app-act">
			<h3 className="govuk-heading-s">
				<RecordNameText name={change} />
			</h3>
			<ChangeDiff change={change} />
			{isOpen ? (
				<p className="govuk-body">
					{isWritten ? (
						<>
							<a className="govuk-link" href={amendedRecordHref(locale, draft, { recordId })}>
								{say('amendment.edit')}
							</a>
							<br />
						</>
					) : null}
					<a className="govuk-link" href={amendedRecordHref(locale, draft, { recordId, verb: 'undo' })}>
						{say('amendment.undo')}
					</a>
				</p>
			) : null}
		</section>
	)
}
