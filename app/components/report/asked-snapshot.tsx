import { compiledReportPageHref } from '#app/components/addresses.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'

/** A report on paper by the number that its code names, and the compiled one of that number; null where there is none. */
export type AskedSnapshot = {
	readonly number: string
	readonly compiled: {
		readonly recordId: string
		readonly kind: string
		readonly asOfOn: string
		readonly publishedOn: string
	} | null
}

/** Tells whoever came from paper whether that report was published, and where it stands. */
export function AskedSnapshotNote({ number, compiled }: AskedSnapshot) {
	const { say, locale, format } = useWords()
	if (compiled === null) return <InsetText>{say('reports.asked.none', { number })}</InsetText>
	const { recordId, kind, asOfOn, publishedOn } = compiled
	const name = say('reports.compiled.item', { kind: say(`reports.kind.${kind}`), day: format.day(asOfOn) })
	return (
		<InsetText>
			{say('reports.asked.sealed', { number, on: format.day(publishedOn) })}{' '}
			<a className="govuk-link" href={compiledReportPageHref(locale, recordId)}>
				{name}
			</a>
		</InsetText>
	)
}
