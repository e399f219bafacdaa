import { OtherWays } from '#app/components/finding/other-ways.tsx'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { PageMember } from '#app/components/layout/page.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { WaitingDecisions } from '#app/components/reply/waiting-lists.tsx'
import { Tag } from '#app/components/ui/tag.tsx'
import { WaitingDrafts } from '#app/components/report-draft/waiting-drafts.tsx'
import { assignHref, queueHref } from '#app/components/verification-queue/addresses.ts'
import { QueueFilterForm } from '#app/components/verification-queue/queue-filter-form.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { DraftItem } from '#app/domain/report-draft/view.ts'
import type { QueueFilter } from '#app/domain/verification-queue/schema.ts'
import type { QueueItem, QueueView } from '#app/domain/verification-queue/view.ts'
import type { Listed } from '#app/domain/task/view.ts'
import type { WaitingDecision } from '#app/domain/waiting-thread/view.ts'
import { checkpointLetterHref, ownFindingsHref, subjectHref } from './addresses.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type QueueProps = {
	queue: QueueView
	filter: QueueFilter
	notUnderstood: readonly string[]
	/** Replies, and silence, that the monitor's organization has not decided about. */
	decisions: Listed<WaitingDecision>
	/** Drafts of reports that the monitor may dissent from. */
	drafts: readonly DraftItem[]
	member: PageMember | null
	person: Signed
}

/** What a monitor may verify: published claims, and milestones on which government said nothing. */
export function Queue({ queue, filter, notUnderstood, decisions, drafts, member, person }: QueueProps) {
	const { say, locale, format } = useWords()
	const { items, total, page, pages } = queue
	const isNarrowed = Object.keys(filter).some((name) => name !== 'page')
	return (
		<WorkspacePage person={person} member={member}>
			<PageTitle>{say('verify.title')}</PageTitle>
			<p className="govuk-body">{say('verify.lead')}</p>
			<NotUnderstood parts={notUnderstood} />
			<WaitingDrafts drafts={drafts} title={say('report-draft.waiting')} />
			<WaitingDecisions decisions={decisions} />
			<QueueFilterForm filter={filter} members={queue.members} />
			<p className="govuk-body" role="status">
				{total === 0
					? say(isNarrowed ? 'verify.none.narrowed' : 'verify.none')
					: say('verify.count', {
							count: total,
							total: format.count(total),
							shown: format.count(items.length),
						})}
			</p>
			{items.length === 0 ? null : <QueueTable items={items} />}
			<Pagination
				previousHref={page > 1 ? queueHref(locale, { ...filter, page: page - 1 }) : undefined}
				nextHref={page < pages ? queueHref(locale, { ...filter, page: page + 1 }) : undefined}
			/>
			<OtherWays />
			<OwnPages />
		</WorkspacePage>
	)
}

/** What else a monitor has here. */
function OwnPages() {
	const { say, locale } = useWords()
	const pages = [
		{ href: ownFindingsHref(locale), text: say('withdraw.list.title') },
		{ href: checkpointLetterHref(locale), text: say('checkpoint-letter.title') },
	]
	return pages.map(({ href, text }) => (
		<p key={href} className="govuk-body">
			<a className="govuk-link" href={href}>
				{text}
			</a>
		</p>
	))
}

function QueueTable({ items }: { items: readonly QueueItem[] }) {
	const words = useWords()
	const { say, format } = words
	return (
		<TableRegion
			id="queue"
			caption={say('verify.queue')}
			stacks
			columns={[
				{ head: say('verify.queue.what'), isWide: true },
				{ head: say('verify.queue.claim') },
				{ head: say('verify.queue.due') },
				{ head: say('verify.queue.whose') },
			]}
			rows={items.map((item) => ({
				key: `${item.milestoneId} ${item.claimRecordId ?? ''}`,
				cells: [
					<What key="what" item={item} />,
					claimIn(item, words),
					<time key="due" dateTime={item.dueOn}>
						{format.day(item.dueOn)}
					</time>,
					<Whose key="whose" item={item} />,
				],
			}))}
		/>
	)
}

function What({ item }: { item: QueueItem }) {
	const words = useWords()
	return (
		<>
			<a className="govuk-link" href={subjectHref(words.locale, item)}>
				{nameIn(item.milestoneTitle, words)}
			</a>
			<span className="app-line app-quiet">
				{nameIn(item.commitmentTitle, words)} · {nameIn(item.memberName, words)}
			</span>
		</>
	)
}

function Whose({ item }: { item: QueueItem }) {
	const { say, locale } = useWords()
	return (
		<>
			<Tag colour={item.hasDraft ? 'yellow' : 'grey'}>
				{say(item.hasDraft ? 'verify.state.draft' : 'verify.state.new')}
			</Tag>
			<span className="app-line">
				{say(`verify.assigned.${item.assigned ?? 'NOBODY'}`)}
				{' · '}
				<a className="govuk-link" href={assignHref(locale, item.milestoneId)}>
					{say('verify.assign')}
					<span className="govuk-visually-hidden"> {textIn(item.milestoneTitle, locale)?.text}</span>
				</a>
			</span>
		</>
	)
}

/** What was claimed, by whom and when; or since when nothing was said. */
function claimIn(item: QueueItem, words: Words): string {
	const { say, format } = words
	const on = format.day(item.sinceOn)
	if (item.claim === null) return say('verify.queue.silent', { on })
	const { level, levelAsPublished, isNil, organizationName } = item.claim
	const said =
		level !== null
			? say(`level.${level}`)
			: levelAsPublished !== null
				? say('judgement.as-published', { words: levelAsPublished })
				: say(isNil ? 'claim.nil-level' : 'judgement.no-level.claimed')
	return say('verify.queue.claimed', { level: said, by: nameIn(organizationName, words), on })
}

function nameIn(text: Bilingual, { say, locale }: Words): string {
	return textIn(text, locale)?.text ?? say('missing.text')
}
