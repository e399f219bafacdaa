import { recordHref } from '#app/components/addresses.ts'
import { OrganizationName } from '#app/components/cso/organization-name.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { stateWhenReplaced, threadState } from '#app/domain/finding-thread/rules.ts'
import type { EarlierFinding, FindingThread } from '#app/domain/finding-thread/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { verificationWord } from '#app/components/verification/verification-card.tsx'
import { DecisionItem, ReplyItem } from './thread-item.tsx'
import { silenceWord, threadWord } from './thread-words.ts'

type ThreadProps = {
	finding: VerificationView
	today: CalendarDay
	headingLevel?: 2 | 3 | 4 | 5 | undefined
}

/** The whole thread of a finding: how it stands, what was replied and decided, and its versions before. */
export function Thread({ finding, today, headingLevel = 5 }: ThreadProps) {
	const { say } = useWords()
	const { thread, earlier = [] } = finding
	if (!thread || (isEmpty(thread) && earlier.length === 0)) return null
	const Heading = `h${headingLevel}` as const
	return (
		<section>
			<Heading className="govuk-heading-s">{say('thread.title')}</Heading>
			<ThreadLineOf finding={finding} today={today} />
			<ThreadItems thread={thread} />
			<EarlierVersions finding={finding} earlier={earlier} />
		</section>
	)
}

type LineProps = Pick<ThreadProps, 'finding' | 'today'> & {
	/** Whether the line says whose finding it is about: where it stands apart from the finding. */
	hasAuthor?: boolean | undefined
}

/** How a thread stands, in one line; nothing where no reply was asked for. */
export function ThreadLineOf({ finding, today, hasAuthor }: LineProps) {
	const words = useWords()
	const { say } = words
	const { thread, publishedOn } = finding
	if (!thread) return null
	const state = threadState(thread, today)
	if (state === 'NOT_ADVERSE') return null
	const silence = state === 'SILENT' ? null : silenceWord({ thread, publishedOn }, today, words)
	return (
		<p className="govuk-body">
			{hasAuthor ? (
				<>
					{say('thread.of')} <OrganizationName id={finding.organizationId} name={finding.organizationName} />
					:{' '}
				</>
			) : null}
			<strong>{threadWord(state, { thread, publishedOn }, words)}</strong>
			{silence === null ? null : ` ${silence}`}
		</p>
	)
}

function isEmpty({ dueOn, replies, decisions }: FindingThread): boolean {
	return dueOn === null && replies.length + decisions.length === 0
}

/** Replies and decisions as they followed each other; the order is the log's. */
function ThreadItems({ thread }: { thread: FindingThread }) {
	const replies = thread.replies.map((reply) => ({
		at: reply.ledgerIndex,
		item: <ReplyItem key={reply.recordId} reply={reply} />,
	}))
	const decisions = thread.decisions.map((decision) => ({
		at: decision.ledgerIndex,
		item: <DecisionItem key={decision.recordId} decision={decision} />,
	}))
	return <>{[...replies, ...decisions].sort((a, b) => a.at - b.at).map(({ item }) => item)}</>
}

type EarlierProps = { finding: VerificationView; earlier: readonly EarlierFinding[] }

function EarlierVersions({ finding, earlier }: EarlierProps) {
	const words = useWords()
	const { say, locale, format } = words
	if (earlier.length === 0) return null
	const replacedOn = (at: number) => (earlier[at - 1] ?? finding).publishedOn
	return (
		<Details summary={say('thread.earlier', { count: earlier.length, shown: format.count(earlier.length) })}>
			{earlier.map((version, at) => {
				const state = stateWhenReplaced(version.thread, replacedOn(at))
				return (
					<div key={version.version}>
						<p className="govuk-body">
							<a
								className="govuk-link"
								href={`${recordHref(locale, finding.recordId)}?version=${String(version.version)}`}
							>
								{say('thread.version', { version: format.count(version.version) })}
							</a>
							{', '}
							{format.day(version.publishedOn)}: {verificationWord({ ...finding, ...version }, words)},{' '}
							{say(`outcome.${version.outcome}`)}.{' '}
							{state === null
								? say('thread.replaced', { on: format.day(replacedOn(at)) })
								: threadWord(state, version, words)}
						</p>
						<ThreadItems thread={version.thread} />
					</div>
				)
			})}
		</Details>
	)
}
