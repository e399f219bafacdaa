import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { SourceLink } from './source-link.tsx'
import { useWords } from './words.tsx'

type ProvenanceNoteProps = {
	source: string
	sourceUrl: string | null
	/** When the source published it; null where it does not say. */
	publishedOn: string | null
	importedBy: Bilingual | null
	/** Whether it is a government's claim, which must not look as if it was filed here. */
	isClaim?: boolean | undefined
}

/** Where an imported record comes from, who brought it here, and that its author did not file it on this site. */
export function ProvenanceNote({ source, sourceUrl, publishedOn, importedBy, isClaim }: ProvenanceNoteProps) {
	const { say, format, locale } = useWords()
	const importer = importedBy === null ? null : textIn(importedBy, locale)
	return (
		<p className="app-quiet">
			{importer === null
				? say('provenance.source', { source })
				: say('provenance.imported', { source, importer: importer.text })}{' '}
			{publishedOn === null
				? say('provenance.no-date')
				: say('provenance.published', { on: format.day(publishedOn) })}{' '}
			{isClaim ? `${say('provenance.not-filed')} ` : null}
			{sourceUrl === null ? null : <SourceLink href={sourceUrl} text={say('provenance.link')} />}
		</p>
	)
}
