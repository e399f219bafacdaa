import type { ReactNode } from 'react'
import { commitmentHref, recordHref } from '#app/components/addresses.ts'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { EvidenceAct, EvidencePlace } from '#app/domain/evidence/queries.server.ts'
import type { EvidenceFile, OpenEvidence } from '#app/domain/evidence/view.ts'
import { isMemberActKind } from '#app/ledger/act-kinds.ts'
import { fileFacts } from './file-words.ts'

type EvidenceFactsProps = {
	evidence: OpenEvidence
	act: EvidenceAct
	place: EvidencePlace
	/** What only this page says, after the rest. */
	more?: readonly SummaryRow[] | undefined
}

/** All that is said of a piece of evidence: what it is, whose, about which act, and by what anyone can check it. */
export function EvidenceFacts({ evidence, act, place, more = [] }: EvidenceFactsProps) {
	const words = useWords()
	const { say, locale, format } = words
	const { kind, stance, excerpt, locator, file, protectedUntil } = evidence
	const commitment = place.commitment && (
		<a className="govuk-link" href={commitmentHref(locale, place.commitment.id)}>
			<TextIn text={place.commitment.title} missing={place.commitment.id} />
		</a>
	)
	const rows: (SummaryRow | null)[] = [
		{ key: say('evidence.kind'), value: say(`evidence-kind.${kind}`) },
		stance === null ? null : { key: say('evidence.stance'), value: say(`stance.${stance}`) },
		excerpt === undefined ? null : { key: say('evidence.excerpt'), value: <q>{excerpt}</q> },
		locator === undefined ? null : { key: say('evidence.locator'), value: locator },
		{ key: say('evidence.by'), value: <TextIn text={act.organizationName} /> },
		{ key: say('evidence.with'), value: <WithAct act={act} /> },
		commitment && { key: say('evidence.commitment'), value: commitment },
		...(file ? fileRows(file, words) : linkRows(evidence, words)),
		protectedUntil === undefined
			? null
			: {
					key: say('evidence.protected.mark'),
					value: say('evidence.protected.was-until', { on: format.day(protectedUntil) }),
				},
		...more,
	]
	return <SummaryList rows={rows.filter((row) => row !== null)} />
}

function WithAct({ act }: { act: EvidenceAct }) {
	const { say, locale, format } = useWords()
	const { recordId, version, newestVersion, kind, publishedOn } = act
	return (
		<>
			<a className="govuk-link" href={`${recordHref(locale, recordId)}?version=${String(version)}`}>
				{isMemberActKind(kind)
					? say('evidence.with.member-act', { act: say(`act.${kind}`), on: format.day(publishedOn) })
					: say(`evidence.with.${kind}`, { on: format.day(publishedOn) })}
			</a>
			{newestVersion > version ? (
				<span className="app-remark">{say('record.superseded', { version: newestVersion })}</span>
			) : null}
		</>
	)
}

function fileRows(file: EvidenceFile, words: Words): SummaryRow[] {
	const { say } = words
	const { sha256, removed, originalSeal } = file
	return [
		{ key: say('evidence.file.kind'), value: fileFacts(file, words) },
		{
			key: say('evidence.file.sha256'),
			value: noted(<code className="app-hash">{sha256}</code>, say('evidence.file.sha256.hint')),
		},
		{
			key: say('evidence.removed'),
			value: noted(<Removed removed={removed} />, say('evidence.cleaning.stays.public')),
		},
		{
			key: say('evidence.original'),
			value:
				originalSeal === null
					? say('missing.text')
					: noted(<code className="app-hash">{originalSeal}</code>, say('evidence.original.hint')),
		},
	]
}

function Removed({ removed }: Pick<EvidenceFile, 'removed'>) {
	const { say } = useWords()
	if (removed.length === 0) return <>{say('evidence.removed.nothing')}</>
	return (
		<ul className="app-plain-list">
			{removed.map((code) => (
				<li key={code}>{say(`removed.${code}`)}</li>
			))}
		</ul>
	)
}

function linkRows({ url, archiveUrl }: OpenEvidence, { say }: Words): SummaryRow[] {
	const copy =
		archiveUrl === undefined ? (
			say('evidence.archive.none')
		) : (
			<SourceLink href={archiveUrl} text={webHost(archiveUrl) ?? archiveUrl} />
		)
	return [
		{
			key: say('evidence.link'),
			value: noted(
				<>
					<SourceLink href={url} text={webHost(url) ?? say('evidence.reference')} />
					<span className="app-remark app-address">{url}</span>
				</>,
				say('evidence.link.hint'),
			),
		},
		{ key: say('evidence.archive'), value: copy },
	]
}

function noted(value: ReactNode, note: string): ReactNode {
	return (
		<>
			{value}
			<span className="app-remark">{note}</span>
		</>
	)
}
