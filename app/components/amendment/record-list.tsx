import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonGroup, ButtonLink } from '#app/components/ui/button.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AmendablePlan, AmendableRecord } from '#app/domain/amendment-draft/queries.server.ts'
import type { AmendmentDraftView } from '#app/domain/amendment-draft/view.ts'
import { amendedRecordHref, amendmentDraftHref } from './addresses.ts'
import { RecordNameText } from './record-name.tsx'

/** Every text that an amendment can touch, with what can be done to it and what was drafted already. */
export function RecordList({ amendable, person }: { amendable: AmendablePlan; person: Signed }) {
	const { say, locale } = useWords()
	const { draft, plan, commitments } = amendable
	return (
		<WorkspacePage person={person} member={draft.member} backHref={amendmentDraftHref(locale, draft)}>
			<PageTitle caption={<TextIn text={draft.plan.title} />}>{say('amendment.choose')}</PageTitle>
			<ButtonGroup>
				<ButtonLink href={amendmentDraftHref(locale, draft, 'commitments/new')} variant="secondary">
					{say('amendment.add.commitment')}
				</ButtonLink>
				<ButtonLink href={amendmentDraftHref(locale, draft, 'merge')} variant="secondary">
					{say('amendment.merge')}
				</ButtonLink>
			</ButtonGroup>
			<Line draft={draft} line={plan} />
			{commitments.map((line) => (
				<section key={line.recordId} className="app-act">
					<Line draft={draft} line={line} />
					{line.milestones.map((milestone) => (
						<Line key={milestone.recordId} draft={draft} line={milestone} />
					))}
				</section>
			))}
		</WorkspacePage>
	)
}

function Line({ draft, line }: { draft: AmendmentDraftView; line: AmendableRecord }) {
	const { say } = useWords()
	const Heading = line.recordKind === 'milestone' ? 'h3' : 'h2'
	return (
		<>
			<Heading className="govuk-heading-s">
				<RecordNameText name={line} />
			</Heading>
			<p className="govuk-body">
				{line.operation === null ? null : (
					<>
						<strong>{say(`amendment.operation.${line.operation}`)}</strong>
						<br />
					</>
				)}
				{line.hasEnded ? say('amendment.ended') : <Ways draft={draft} line={line} />}
			</p>
		</>
	)
}

type Way = { readonly verb?: 'milestones/new' | 'withdraw' | 'split' | 'move'; readonly word: string }

/** What can still be done to a record, given what was drafted for it. */
function waysOf({ recordKind, operation }: AmendableRecord): readonly Way[] {
	const edit = { word: 'amendment.edit' }
	const move: Way = { verb: 'move', word: `amendment.move.${recordKind}` }
	const add: Way = { verb: 'milestones/new', word: 'amendment.add.milestone' }
	const withdraw: Way = { verb: 'withdraw', word: 'amendment.withdraw' }
	if (recordKind === 'action-plan') return [edit]
	if (operation === 'ADD') return recordKind === 'commitment' ? [edit, add] : [edit, move]
	if (recordKind === 'milestone') return operation === 'WITHDRAW' ? [] : [edit, move, withdraw]
	if (operation !== null && operation !== 'CHANGE') return []
	return [edit, add, { verb: 'split', word: 'amendment.split' }, move, withdraw]
}

function Ways({ draft, line }: { draft: AmendmentDraftView; line: AmendableRecord }) {
	const { say, locale } = useWords()
	const { recordId, number } = line
	return (
		<>
			{waysOf(line).map(({ verb, word }) => (
				<span key={word}>
					<a
						className="govuk-link"
						href={amendedRecordHref(locale, draft, verb ? { recordId, verb } : { recordId })}
					>
						{say(word)}
						<span className="govuk-visually-hidden">: {number}</span>
					</a>{' '}
				</span>
			))}
		</>
	)
}
