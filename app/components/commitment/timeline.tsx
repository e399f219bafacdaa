import { recordHref } from '#app/components/addresses.ts'
import { ChangesLink } from '#app/components/change-log/changes-link.tsx'
import { OrganizationName } from '#app/components/cso/organization-name.tsx'
import { claimWord } from '#app/components/progress-update/claim-card.tsx'
import { verificationWord } from '#app/components/verification/verification-card.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { timelineEntries } from './timeline-entries.ts'
import type { TimelineEntry } from './timeline-entries.ts'

/** Everything that was published about a commitment, newest first, each act with its lasting address. */
export function Timeline({ commitment }: { commitment: CommitmentRecord }) {
	const { say, format } = useWords()
	return (
		<>
			<ol className="app-timeline">
				{timelineEntries(commitment).map((entry) => (
					<li key={entry.recordId}>
						<time dateTime={entry.publishedOn}>{format.day(entry.publishedOn)}</time>
						<h3 className="govuk-heading-s">
							<ActLink entry={entry} />
						</h3>
						<p className="govuk-body">
							<Who entry={entry} />
							{entry.kind === 'claim' && entry.claim.provenance ? ` ${say('provenance.not-filed')}` : null}
							{entry.ledgerIndex < 0 ? ` ${say('act.position.none')}` : null}
						</p>
					</li>
				))}
			</ol>
			<ChangesLink scope={{ of: 'COMMITMENT', id: commitment.id }} />
		</>
	)
}

/** Where a restored database has lost a withdrawal, its address leads nowhere. */
function ActLink({ entry }: { entry: TimelineEntry }) {
	const words = useWords()
	if (entry.kind === 'withdrawal' && entry.ledgerIndex < 0) return <>{titleOf(entry, words)}</>
	return (
		<a className="govuk-link" href={recordHref(words.locale, entry.recordId)}>
			{titleOf(entry, words)}
		</a>
	)
}

function titleOf(entry: TimelineEntry, words: Words): string {
	const { say, format } = words
	if (entry.kind === 'text') return say('timeline.text')
	if (entry.kind === 'reply') return say(entry.reply.isLate ? 'timeline.reply.late' : 'timeline.reply')
	if (entry.kind === 'decision')
		return say('timeline.decision', { decision: say(`decision.${entry.decision.decision}`) })
	if (entry.kind === 'assessment')
		return say('timeline.assessment', { kind: say(`assessment-kind.${entry.assessment.kind}`) })
	if (entry.kind === 'withdrawal') return say('timeline.withdrawal', { on: format.day(entry.publishedOn) })
	if (entry.kind === 'coding') {
		const { indicator, valueAsPublished } = entry.coding
		return say('timeline.coding', { indicator: say(`indicator.${indicator}`), value: valueAsPublished })
	}
	const level =
		entry.kind === 'claim' ? claimWord(entry.claim, words) : verificationWord(entry.verification, words)
	return entry.milestone === null
		? say(`timeline.${entry.kind}`, { level })
		: say(`timeline.${entry.kind}.milestone`, { level, milestone: entry.milestone })
}

function Who({ entry }: { entry: TimelineEntry }) {
	const { say } = useWords()
	if (entry.kind === 'text') return <>{say('provenance.source', { source: entry.source })}</>
	if (entry.kind === 'coding') return <>{entry.coding.product}</>
	if (entry.kind === 'withdrawal') return <>{say('timeline.withdrawal.by')}</>
	const { organizationId, organizationName } = whoSays(entry)
	return <OrganizationName id={organizationId} name={organizationName} />
}

type Said = Exclude<TimelineEntry, { kind: 'text' | 'coding' | 'withdrawal' }>

function whoSays(entry: Said): { readonly organizationId: string; readonly organizationName: Bilingual } {
	if (entry.kind === 'reply') return entry.reply
	if (entry.kind === 'decision') return entry.by
	if (entry.kind === 'assessment') return entry.assessment
	return entry.kind === 'claim' ? entry.claim : entry.verification
}
