import { ActFoot } from '#app/components/act-foot.tsx'
import { recordHref } from '#app/components/addresses.ts'
import { OrganizationName } from '#app/components/cso/organization-name.tsx'
import { EvidenceList } from '#app/components/evidence/evidence-list.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ReplyView } from '#app/domain/reply/view.ts'
import type { DecisionView } from '#app/domain/verifier-decision/view.ts'

/** An institution's reply, with its proof, and whether it came after the clock. */
export function ReplyItem({ reply }: { reply: ReplyView }) {
	const { say, format } = useWords()
	const name = say('thread.reply.name', { on: format.day(reply.publishedOn) })
	return (
		<article className="app-act">
			<p className="govuk-body">
				<strong>{say('thread.reply.by')}</strong>{' '}
				<OrganizationName id={reply.organizationId} name={reply.organizationName} />
				{reply.isLate ? (
					<>
						{' '}
						<strong>{say('thread.reply.late', { due: format.day(reply.dueOn) })}</strong>
					</>
				) : null}
			</p>
			<p className="app-quote">
				<TextIn text={reply.text} />
			</p>
			{reply.evidence.length === 0 ? null : <EvidenceList evidence={reply.evidence} />}
			<ActFoot {...reply} name={name} />
		</article>
	)
}

/** What the finding's author decided, and why; with what a withdrawal by the author means. */
export function DecisionItem({ decision }: { decision: DecisionView }) {
	const { say, locale, format } = useWords()
	const { changedToVersion, finding } = decision
	const name = say('thread.decision.name', { on: format.day(decision.publishedOn) })
	return (
		<article className="app-act">
			<p className="govuk-body">
				<strong>{say(`thread.decision.${decision.decision}`)}</strong>{' '}
				{say(decision.reply === null ? 'thread.decision.after-silence' : 'thread.decision.after-reply')}
				{changedToVersion === null ? null : (
					<>
						{' '}
						<a
							className="govuk-link"
							href={`${recordHref(locale, finding.recordId)}?version=${String(changedToVersion)}`}
						>
							{say('thread.version', { version: format.count(changedToVersion) })}
						</a>
					</>
				)}
			</p>
			<p className="app-quote">
				<TextIn text={decision.reason} />
			</p>
			{decision.decision === 'WITHDRAWN' ? (
				<p className="govuk-body">{say('thread.withdrawn.means')}</p>
			) : null}
			<ActFoot {...decision} name={name} />
		</article>
	)
}
