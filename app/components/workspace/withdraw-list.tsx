import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { PageMember } from '#app/components/layout/page.tsx'
import { Tag } from '#app/components/ui/tag.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { OwnFinding } from '#app/domain/withdrawal/view.ts'
import { queueHref, withdrawalHref } from './addresses.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type ListProps = { findings: readonly OwnFinding[]; member: PageMember | null; person: Signed }

/** What an organization published, each with the way to withdraw it; withdrawn ones stay, for its people alone. */
export function WithdrawList({ findings, member, person }: ListProps) {
	const words = useWords()
	const { say, locale } = words
	return (
		<WorkspacePage person={person} member={member} backHref={queueHref(locale)}>
			<PageTitle>{say('withdraw.list.title')}</PageTitle>
			<p className="govuk-body">{say('withdraw.list.lead')}</p>
			{findings.length === 0 ? <p className="govuk-body">{say('withdraw.list.none')}</p> : null}
			<TaskList
				idPrefix="findings"
				tasks={findings.map((finding) => ({
					title: subjectOf(finding, words),
					href: withdrawalHref(locale, finding.recordId, finding.withdrawal ? undefined : 'withdraw'),
					hint: hintOf(finding, words),
					status: <State finding={finding} />,
				}))}
			/>
		</WorkspacePage>
	)
}

function State({ finding: { withdrawal } }: { finding: OwnFinding }) {
	const { say } = useWords()
	if (!withdrawal) return <>{say('withdraw.link')}</>
	const isRemoved = withdrawal.removal.state === 'REMOVED'
	return <Tag colour="grey">{say(isRemoved ? 'withdraw.state.removed' : 'withdraw.state.withdrawn')}</Tag>
}

function hintOf({ published, withdrawal, commitmentTitle }: OwnFinding, words: Words): string {
	const { say, format, locale } = words
	const commitment = textIn(commitmentTitle, locale)?.text ?? say('missing.text')
	if (withdrawal) return say('withdraw.hint.withdrawn', { commitment, on: format.day(withdrawal.on) })
	return say('withdraw.hint.published', {
		commitment,
		on: published ? format.day(published.on) : say('missing.text'),
	})
}

function subjectOf({ milestoneTitle, commitmentTitle }: OwnFinding, { say, locale }: Words): string {
	return textIn(milestoneTitle ?? commitmentTitle, locale)?.text ?? say('missing.text')
}
