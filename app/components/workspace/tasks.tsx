import { codingPlansHref } from '#app/components/coding/addresses.ts'
import { tasksHref } from '#app/components/addresses.ts'
import { assessmentTasksHref, questionsHref } from '#app/components/assessment/addresses.ts'
import { applicationsHref, writableCallsHref } from '#app/components/application/addresses.ts'
import { keysHref } from '#app/components/key/addresses.ts'
import { accountsHref, hostedHref, ownAddressHref } from '#app/components/cso/addresses.ts'
import { updateFilesHref } from '#app/components/plan-file/addresses.ts'
import { sessionsHref } from '#app/components/own-session/addresses.ts'
import { secondStepHref } from '#app/components/second-step/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { PageMember } from '#app/components/layout/page.tsx'
import { hostedContributionsHref } from '#app/components/consultation/addresses.ts'
import { hostedObservationsHref } from '#app/components/observation/addresses.ts'
import { writableRulesHref } from '#app/components/rule/addresses.ts'
import { contactsHref, peopleHref } from '#app/components/people/addresses.ts'
import { ownOverviewHref } from '#app/components/own-overview/addresses.ts'
import { WaitingDrafts } from '#app/components/report-draft/waiting-drafts.tsx'
import { WaitingDecisions, WaitingReplies } from '#app/components/reply/waiting-lists.tsx'
import { LinkList } from '#app/components/ui/link-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { LevelItem } from '#app/domain/commitment-level/view.ts'
import type { DraftItem } from '#app/domain/report-draft/view.ts'
import type { WaitingDecision, WaitingReply } from '#app/domain/waiting-thread/view.ts'
import type { ApprovalItem, Duty, Listed, TaskListing, Ways } from '#app/domain/task/view.ts'
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

type TasksProps = {
	/** Null for those who report nothing. */
	tasks: readonly TaskListing[] | null
	/** Null for those who approve nothing. */
	approvals: Listed<ApprovalItem> | null
	/** Null for those who neither run plans nor verify. */
	duties: readonly Duty[] | null
	ways: Ways
	/** Levels of whole commitments to state, and those that wait for the lead. */
	levels: { readonly own: Listed<LevelItem>; readonly waiting: Listed<LevelItem> }
	/** Findings that wait for a reply of the reader's institution. */
	replies: Listed<WaitingReply>
	/** Findings of the reader's organization that wait for its decision. */
	decisions: Listed<WaitingDecision>
	/** Drafts of reports that the reader may dissent from, or that they share. */
	drafts: readonly DraftItem[]
	member: PageMember | null
	person: Signed
	/** Whether the lists are shown in full. */
	isWhole?: boolean
}

/** The home of everyone who is signed in: what to do, most urgent first. */
export function Tasks(props: TasksProps) {
	const { tasks, approvals, duties, ways, levels, member, person, isWhole = false } = props
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={member} backHref={isWhole ? tasksHref(locale) : undefined}>
			<PageTitle>{say(isWhole ? 'task.all.title' : 'task.title')}</PageTitle>
			{duties === null ? null : <DutyList duties={duties} />}
			<WaitingDrafts drafts={props.drafts} title={say('report-draft.waiting')} />
			<WaitingReplies replies={props.replies} />
			<WaitingDecisions decisions={props.decisions} />
			{approvals === null ? null : <ApprovalList approvals={approvals} />}
			<LevelList levels={levels.waiting} list="approvals" />
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
			<LevelList levels={levels.own} list="own" />
			{isIdle(props) ? <p className="govuk-body">{say('task.none.role')}</p> : null}
			<WaysOn ways={ways} isConcerned={ways.verifies || tasks !== null || approvals !== null} />
		</WorkspacePage>
	)
}

function isIdle({ tasks, approvals, duties, ways }: TasksProps): boolean {
	const isAsked = tasks !== null || approvals !== null || duties !== null
	return !isAsked && !ways.administers && !ways.assesses && !ways.codes
}

function WaysOn({ ways, isConcerned }: { ways: Ways; isConcerned: boolean }) {
	const words = useWords()
	const { say, locale } = words
	const own = isConcerned ? [{ href: ownOverviewHref(locale), text: say('overview.title') }] : []
	return (
		<>
			<h2 className="govuk-heading-m">{say('task.ways')}</h2>
			<LinkList links={[...own, ...linksOf(ways, words)]} />
		</>
	)
}

/** Where somebody with these roles goes on. */
function linksOf(ways: Ways, { say, locale }: Words) {
	return [
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
					{ href: keysHref(locale), text: say('key.title') },
				]
			: []),
		...(ways.runsPlans || ways.verifies
			? [{ href: applicationsHref(locale), text: say('application.list.title') }]
			: []),
		...(ways.assesses ? [{ href: assessmentTasksHref(locale), text: say('assessment.tasks.title') }] : []),
		...(ways.codes ? [{ href: codingPlansHref(locale), text: say('irm-coding.plans.title') }] : []),
		...(ways.appoints
			? [
					{
						href: peopleHref(locale),
						text: say(ways.runsPlans ? 'people.title' : 'people.title.institution'),
					},
				]
			: []),
		...(ways.handsOver ? [{ href: handOversHref(locale), text: say('hand-over.title') }] : []),
		...(ways.runsAccounts ? [{ href: accountsHref(locale), text: say('cso.title') }] : []),
		...(ways.verifies || ways.assesses
			? [{ href: ownAddressHref(locale), text: say('own-address.title') }]
			: []),
		...(ways.administers ? hostLinks({ say, locale }) : []),
		{ href: noticesHref(locale), text: say('notice.title') },
		{ href: sessionsHref(locale), text: say('own-session.title') },
		{ href: secondStepHref(locale), text: say('second-step.title') },
	]
}

/** Where whoever runs the site goes on. */
function hostLinks({ say, locale }: Pick<Words, 'say' | 'locale'>) {
	return [
		{ href: contactsHref(locale), text: say('contacts.title') },
		{ href: hostedHref(locale), text: say('hosted.title') },
		{ href: outboxHref(locale), text: say('outbox.title') },
		{ href: questionsHref(locale), text: say('question.list.title') },
		{ href: writableRulesHref(locale), text: say('rule-version.list.title') },
		{ href: writableCallsHref(locale), text: say('call-version.list.title') },
		{ href: hostedObservationsHref(locale), text: say('observation.hosted.title') },
		{ href: hostedContributionsHref(locale), text: say('contribution.hosted.title') },
	]
}
