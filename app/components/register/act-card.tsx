import type { ReactNode } from 'react'
import { recordHref } from '#app/components/addresses.ts'
import { bilingualIn, saidRows } from '#app/components/desk/said-rows.tsx'
import { EvidenceList } from '#app/components/evidence/evidence-list.tsx'
import { practiceHref } from '#app/components/practice/addresses.ts'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { EvidenceView } from '#app/domain/evidence/view.ts'
import type { ShownAct } from '#app/domain/register-page/view.ts'
import { ForumSeats } from './forum-seats.tsx'

/** One act of a member beyond its plans: what it says, who published it from which source, and its record. */
export function ActCard({ act, files }: { act: ShownAct; files: readonly EvidenceView[] | undefined }) {
	const words = useWords()
	const { say, locale } = words
	const { kind, recordId, said, counts } = act
	const { titleEn: _en, titleId: _id, ...rest } = said
	const isForum = kind === 'forum.published'
	const rows = saidRows(kind, isForum ? { ...rest, members: [] } : rest, words)
	const brought =
		kind === 'consultation.published'
			? [{ key: say('registers.contributions'), value: broughtBy(counts, words) }]
			: []
	return (
		<article className="app-act" id={recordId}>
			<h4 className="govuk-heading-s">{nameOf(act, words)}</h4>
			<SummaryList rows={[...rows, ...brought]} />
			<ActFiles files={files} />
			{isForum ? <ForumSeats id={recordId} members={said['members']} /> : null}
			<ActSource act={act} />
			<p className="govuk-body">
				{kind === 'good-practice.published' ? (
					<>
						<a className="govuk-link" href={practiceHref(locale, recordId)}>
							{say('registers.practice')}
						</a>
						{' · '}
					</>
				) : null}
				<a className="govuk-link" href={recordHref(locale, recordId)}>
					{say('registers.record')}
					<span className="govuk-visually-hidden">: {nameOf(act, words)}</span>
				</a>
			</p>
		</article>
	)
}

/** The files that were put forward with an act; nothing where there are none. */
function ActFiles({ files }: { files: readonly EvidenceView[] | undefined }) {
	const { say } = useWords()
	if (!files) return null
	return (
		<>
			<p className="govuk-body govuk-!-font-weight-bold">{say('desk.files')}</p>
			<EvidenceList evidence={files} />
		</>
	)
}

function ActSource({ act: { provenance, organizationName, publishedOn } }: { act: ShownAct }) {
	const { say, locale, format } = useWords()
	const organization = textIn(organizationName, locale)?.text ?? say('registers.unnamed')
	return (
		<p className="app-quiet">
			{provenance === null ? null : `${say('provenance.source', { source: provenance.source })} `}
			{provenance?.sourceUrl ? (
				<>
					<SourceLink href={provenance.sourceUrl} text={say('provenance.link')} />{' '}
				</>
			) : null}
			{say('registers.by', { organization, on: format.day(publishedOn) })}
		</p>
	)
}

/** Names under which acts without a title are known. */
const NAMING = ['headName', 'signatoryName', 'byName', 'commitmentId'] as const

function nameOf({ kind, said }: ShownAct, { say }: Words): ReactNode {
	const title = bilingualIn(said, 'title')
	if (title.en !== null || title.id !== null) return <TextIn text={title} />
	const text = (name: string) => {
		const value = said[name]
		return typeof value === 'string' && value !== '' ? value : null
	}
	const status = text('status')
	if (kind === 'membership.published' && status !== null) return say(`membership-status.${status}`)
	const url = text('url')
	if (kind === 'website.checked' && url !== null) return webHost(url) ?? url
	return NAMING.map(text).find((name) => name !== null) ?? say(`act.${kind}`)
}

function broughtBy(counts: ShownAct['counts'], { say, format }: Words): string {
	if (counts === null || counts.contributions === 0) return say('registers.contributions.none')
	const { answered, contributions } = counts
	return say('registers.contributions.answered', {
		answered: format.count(answered),
		total: format.count(contributions),
	})
}
