import { Details } from '#app/components/ui/details.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { Citation } from '#app/domain/citation/view.ts'
import { CITATION_FORMS, citationIn } from '#app/export/citation.ts'

/** How the page is cited so that the same words are found again, as a sentence and for programs. */
export function CiteThis({ citation }: { citation: Citation }) {
	const words = useWords()
	const { say } = words
	const said = { site: say('site.name'), note: noteOf(citation, words) }
	return (
		<section className="app-cite" aria-labelledby="cite">
			<h2 className="govuk-heading-m" id="cite">
				{say('cite.title')}
			</h2>
			<p className="govuk-body app-cite__text">{sentenceOf(citation, words)}</p>
			<Details summary={say('cite.forms')}>
				{CITATION_FORMS.map((form) => (
					<div key={form}>
						<h3 className="govuk-heading-s">{say(`cite.form.${form}`)}</h3>
						<pre className="app-cite__form">{citationIn(form, citation, said)}</pre>
					</div>
				))}
			</Details>
		</section>
	)
}

function sentenceOf(citation: Citation, words: Words): string {
	const { by, on, title, version, href, id } = citation
	const { say, format } = words
	const parts = [
		by,
		title,
		version === null ? null : say('cite.version', { version }),
		say('cite.record', { id }),
		on === null ? say('cite.undated') : format.day(on),
		say('site.name'),
		noteOf(citation, words),
	]
	return `${parts
		.filter((part) => part !== null)
		.map((part) => part.replace(/\.$/, ''))
		.join('. ')}. ${href}`
}

function noteOf({ checkpoint }: Citation, { say, format }: Words): string | null {
	if (checkpoint === null) return null
	return say('cite.checkpoint', { size: format.count(checkpoint.size), root: checkpoint.root })
}
