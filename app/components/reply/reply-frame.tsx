import type { ReactNode } from 'react'
import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { NotificationBanner } from '#app/components/ui/notification-banner.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { ReplyDesk } from '#app/domain/reply/queries.server.ts'
import { replyHref } from './addresses.ts'
import { FindingTop, SubjectName } from './finding-top.tsx'

type ReplyFrameProps = {
	desk: ReplyDesk
	person: Signed
	title: string
	children: ReactNode
	errors?: readonly FieldError[] | undefined
	refusal?: RefusalReason | null | undefined
	/** Whether the finding stands open above the question. */
	isFindingOpen?: boolean | undefined
}

/** A page about one reply: the clock, the finding always within reach, and the question. */
export function ReplyFrame(props: ReplyFrameProps) {
	const { desk, person, title, children, errors, refusal, isFindingOpen } = props
	const { locale } = useWords()
	return (
		<WorkspacePage
			person={person}
			member={desk.member}
			backHref={tasksHref(locale)}
			errors={errors}
			refusal={refusal}
		>
			<NewerVersion desk={desk} />
			<PageTitle caption={<SubjectName found={desk} />}>{title}</PageTitle>
			<Clock desk={desk} />
			<FindingTop found={desk} isOpen={isFindingOpen} />
			{children}
		</WorkspacePage>
	)
}

/** Until when a reply is in time, and whose number that is; after it, that a reply is taken and marked. */
function Clock({ desk: { thread, replyDays, isLate, reason } }: { desk: ReplyDesk }) {
	const { say, format } = useWords()
	if (reason !== null) return <InsetText>{say(`refusal.${reason}`)}</InsetText>
	if (thread.dueOn === null) return null
	const values = { due: format.day(thread.dueOn), days: format.count(replyDays.value) }
	return (
		<InsetText>
			{say(isLate ? 'reply.clock.over' : 'reply.clock', values)} {say(`reply.clock.basis.${replyDays.basis}`)}
		</InsetText>
	)
}

/** After the finding's author published a newer version: that the draft was begun before it, and the way on. */
function NewerVersion({ desk: { draft, finding } }: { desk: ReplyDesk }) {
	const { say, locale, format } = useWords()
	if (draft === null || draft.findingVersion === finding.version) return null
	return (
		<NotificationBanner id="newer-finding" title={say('reply.newer.title')}>
			<p className="govuk-body">
				{say('reply.newer.text', {
					before: format.count(draft.findingVersion),
					now: format.count(finding.version),
				})}
			</p>
			<QuestionForm
				action={replyHref(locale, finding.recordId, 'newest')}
				version={draft.version}
				button={say('reply.newer.take')}
			/>
		</NotificationBanner>
	)
}
