import { milestoneHref, recordHref } from '#app/components/addresses.ts'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import type { Words } from '#app/components/words.tsx'
import { WRITTEN_LANGUAGES } from '#app/domain/observation/rules.ts'
import type { ObservationForm } from '#app/domain/observation/schema.ts'
import type { ActContent } from '#app/domain/record/schema.ts'
import { hiddenObservationsHref } from './addresses.ts'

type Said = Pick<ObservationForm, 'text' | 'locale'> & {
	readonly seenOn?: string | undefined
	readonly url?: string | undefined
}

/** What an observation says. What others typed is text in its own direction, and their links pass on no trust. */
export function answerRows({ text, locale, seenOn, url }: Said, { say, format }: Words): SummaryRow[] {
	return [
		{ key: say('observation.text'), value: <WrittenText text={text} locale={locale} /> },
		{ key: say('observation.language'), value: say(`written-language.${locale}`) },
		{
			key: say('observation.seen-on'),
			value: seenOn ? format.day(seenOn) : say('observation.not-given'),
		},
		{
			key: say('observation.url'),
			value: url ? <SourceLink href={url} text={webHost(url) ?? url} /> : say('observation.not-given'),
		},
	]
}

/** Words of somebody else, in the language and the direction they were written in. */
export function WrittenText({ text, locale }: { text: string; locale: string }) {
	return (
		<p className="app-quote" lang={locale} dir="auto">
			{text}
		</p>
	)
}

/** A picture that came with an observation, with what it shows in words. */
export function Photo({ url, altText }: { url: string; altText?: string }) {
	return (
		<figure className="app-preview">
			<img src={url} alt={altText ?? ''} loading="lazy" decoding="async" />
			{altText === undefined ? null : <figcaption className="app-remark">{altText}</figcaption>}
		</figure>
	)
}

type Observed = Extract<ActContent, { kind: 'observation.published' }>

/** An observation on the page of its record. */
export function observationRows(content: Observed, words: Words): SummaryRow[] {
	const { say, locale } = words
	const language = WRITTEN_LANGUAGES.find((one) => one === content.locale) ?? 'und'
	const open = content.evidence.flatMap((piece) => ('url' in piece ? [piece] : []))
	const url = open.find((piece) => piece.file === undefined)?.url
	const photo = open.find((piece) => piece.file !== undefined)
	const said = { text: content.text, locale: language, seenOn: content.seenOn, url }
	return [
		{ key: say('observation.what'), value: say('observation.mark') },
		...answerRows(said, words),
		...(photo ? [{ key: say('observation.photo'), value: <Photo {...photo} /> }] : []),
		placeRow(content, say('observation.about'), locale),
	]
}

type Hidden = Extract<ActContent, { kind: 'observation.hidden' }>

/** That an observation was hidden, on the page of its record. */
export function hidingRows(content: Hidden, { say, locale }: Words): SummaryRow[] {
	return [
		{ key: say('observation.hide.reason'), value: say(`hiding-reason.${content.reasonCode}`) },
		{
			key: say('observation.hide.note'),
			value: <TextIn text={{ en: content.noteEn, id: content.noteId }} />,
		},
		{
			key: say('observation.hidden.which'),
			value: (
				<a className="govuk-link" href={recordHref(locale, content.observationRecordId)}>
					{content.observationRecordId}
				</a>
			),
		},
		{
			key: say('observation.hidden.all'),
			value: (
				<a className="govuk-link" href={hiddenObservationsHref(locale)}>
					{say('observation.hidden.title')}
				</a>
			),
		},
		placeRow(content, say('observation.about'), locale),
	]
}

function placeRow(
	{ commitmentId, milestoneId }: { commitmentId: string; milestoneId: string },
	key: string,
	locale: Words['locale'],
): SummaryRow {
	const href = milestoneHref(locale, commitmentId, milestoneId)
	return {
		key,
		value: (
			<a className="govuk-link" href={href}>
				{milestoneId}
			</a>
		),
	}
}
