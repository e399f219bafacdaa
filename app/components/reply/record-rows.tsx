import { recordHref } from '#app/components/addresses.ts'
import { SourceLink } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import type { Words } from '#app/components/words.tsx'
import type { ActContent } from '#app/domain/record/schema.ts'

type Reply = Extract<ActContent, { kind: 'reply.published' }>
type Decision = Extract<ActContent, { kind: 'verifier-decision.published' }>

/** A reply as its record says it; the whole thread is on the page of the finding. */
export function replyRows(content: Reply, words: Words): SummaryRow[] {
	const { say, format } = words
	const late = say(content.isLate ? 'reply.check.late' : 'reply.check.in-time', {
		due: format.day(content.dueOn),
	})
	return [
		{ key: say('reply.record.finding'), value: <FindingLink content={content} words={words} /> },
		{ key: say('reply.check.text'), value: <TextIn text={{ en: content.textEn, id: content.textId }} /> },
		{ key: say('reply.check.clock'), value: late },
		{
			key: say('verification.evidence'),
			value:
				content.evidence.length === 0 ? say('evidence.none') : <Pieces content={content} words={words} />,
		},
	]
}

function Pieces({ content, words: { say } }: { content: Reply; words: Words }) {
	return (
		<ul className="app-evidence">
			{content.evidence.map((piece, at) => (
				<li key={at}>
					{'url' in piece ? (
						<SourceLink href={piece.url} text={piece.title ?? say('evidence.untitled')} />
					) : (
						say('reply.record.protected')
					)}
					{' – '}
					{say(`evidence-kind.${piece.kind}`)}
				</li>
			))}
		</ul>
	)
}

/** A verifier's decision as its record says it. */
export function decisionRows(content: Decision, words: Words): SummaryRow[] {
	const { say, locale } = words
	const { replyRecordId, decision } = content
	return [
		{ key: say('reply.record.finding'), value: <FindingLink content={content} words={words} /> },
		{ key: say('decision.check.decision'), value: say(`thread.decision.${decision}`) },
		...(content.changedToVersion === null
			? []
			: [
					{
						key: say('reply.record.changed-to'),
						value: (
							<VersionLink
								recordId={content.verificationRecordId}
								version={content.changedToVersion}
								words={words}
							/>
						),
					},
				]),
		{
			key: say('reply.record.reply'),
			value:
				replyRecordId === null ? (
					say('thread.decision.after-silence')
				) : (
					<a className="govuk-link" href={recordHref(locale, replyRecordId)}>
						{say('act.reply.published')}
					</a>
				),
		},
		{
			key: say('decision.check.reason'),
			value: <TextIn text={{ en: content.reasonEn, id: content.reasonId }} />,
		},
		...(decision === 'WITHDRAWN'
			? [{ key: say('reply.record.means'), value: say('thread.withdrawn.means') }]
			: []),
	]
}

function FindingLink({ content, words }: { content: Reply | Decision; words: Words }) {
	const { verificationRecordId: recordId, verificationVersion: version } = content
	return <VersionLink recordId={recordId} version={version} words={words} />
}

function VersionLink({ recordId, version, words }: { recordId: string; version: number; words: Words }) {
	const { say, locale, format } = words
	return (
		<a className="govuk-link" href={`${recordHref(locale, recordId)}?version=${String(version)}`}>
			{say('thread.version', { version: format.count(version) })}
		</a>
	)
}
