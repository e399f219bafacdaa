import { updateFilesHref } from '#app/components/plan-file/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { PageMember } from '#app/components/layout/page.tsx'
import { useWords } from '#app/components/words.tsx'
import type { LevelItem } from '#app/domain/commitment-level/view.ts'
import type { ApprovalItem, Duty, TaskItem } from '#app/domain/task/view.ts'
import {
	handOversHref,
	noticesHref,
	outboxHref,
	ownFindingsHref,
	ownObligationsHref,
	pocHref,
	queueHref,
} from './addresses.ts'
import { DutyList } from './duty-list.tsx'
import { LevelList } from './level-lists.tsx'
import { ApprovalList, TaskGroups } from './task-groups.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

/** What the reader's roles let them open from here. */
export type Ways = {
	readonly runsPlans: boolean
	readonly verifies: boolean
	readonly handsOver: boolean
	readonly administers: boolean
}

type TasksProps = {
	/** Null for those who report nothing. */
	tasks: readonly TaskItem[] | null
	/** Null for those who approve nothing. */
	approvals: readonly ApprovalItem[] | null
	/** Null for those who neither run plans nor verify. */
	duties: readonly Duty[] | null
	ways: Ways
	/** Levels of whole commitments to state, and those that wait for the lead. */
	levels: { readonly own: readonly LevelItem[]; readonly waiting: readonly LevelItem[] }
	member: PageMember | null
	person: Signed
}

/** The home of everyone who is signed in: what to do, most urgent first. */
export function Tasks({ tasks, approvals, duties, ways, levels, member, person }: TasksProps) {
	const { say, locale } = useWords()
	const isIdle = tasks === null && approvals === null && duties === null && !ways.administers
	return (
		<WorkspacePage person={person} member={member}>
			<PageTitle>{say('task.title')}</PageTitle>
			{duties === null ? null : <DutyList duties={duties} />}
			{approvals === null ? null : <ApprovalList approvals={approvals} />}
			{tasks === null ? null : (
				<>
					<p className="govuk-body">{say('task.lead')}</p>
					<TaskGroups tasks={tasks} />
					<p className="govuk-body">
						<a className="govuk-link" href={updateFilesHref(locale)}>
							{say('update-file.title')}
						</a>
					</p>
				</>
			)}
			<LevelList levels={levels.waiting} list="approvals" />
			<LevelList levels={levels.own} list="own" />
			{isIdle ? <p className="govuk-body">{say('task.none.role')}</p> : null}
			<WaysOn ways={ways} />
		</WorkspacePage>
	)
}

function WaysOn({ ways }: { ways: Ways }) {
	const { say, locale } = useWords()
	const links = [
		...(ways.runsPlans
			? [
					{ href: pocHref(locale), text: say('poc.title') },
					{ href: ownObligationsHref(locale), text: say('obligation.own.title') },
				]
			: []),
		...(ways.verifies
			? [
					{ href: queueHref(locale), text: say('verify.title') },
					{ href: ownFindingsHref(locale), text: say('withdraw.list.title') },
				]
			: []),
		...(ways.handsOver ? [{ href: handOversHref(locale), text: say('hand-over.title') }] : []),
		...(ways.administers ? [{ href: outboxHref(locale), text: say('outbox.title') }] : []),
		{ href: noticesHref(locale), text: say('notice.title') },
	]
	return (
		<>
			<h2 className="govuk-heading-m">{say('task.ways')}</h2>
			<ul className="govuk-list">
				{links.map(({ href, text }) => (
					<li key={href}>
						<a className="govuk-link" href={href}>
							{text}
						</a>
					</li>
				))}
			</ul>
		</>
	)
}
