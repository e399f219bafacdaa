import type { ReactNode } from 'react'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { CallView, FieldSetView, FieldView } from '#app/domain/application-call/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { CALL_PARTS } from '#app/domain/call-change/rules.ts'
import type { CallPart, CallSaying } from '#app/domain/call-change/rules.ts'

/** Every part of a call beside what it is called. */
export function callRows(said: CallSaying, { say }: Pick<Words, 'say'>): SummaryRow[] {
	return CALL_PARTS.map((part) => ({
		key: say(`call-part.${part}`),
		value: <CallPartText part={part} said={said} />,
	}))
}

/** What a call says in one of its parts. */
export function CallPartText({ part, said }: { part: CallPart; said: CallSaying }) {
	const words = useWords()
	const { say, format } = words
	const { call, fieldSet } = said
	const day = (given: string | null) => (given === null ? say('missing.date') : format.day(given))
	const texts: { readonly [Part in CallPart]: () => ReactNode } = {
		NAME: () => <BothLanguages text={call.name} />,
		YEAR: () => String(call.year),
		OPENS: () => day(call.opensOn),
		CLOSES: () => day(call.closesOn),
		EXTENDED: () => (call.extendedTo === null ? say('call.extended.not') : day(call.extendedTo)),
		TIME_ZONE: () => call.timeZone ?? say('call-part.no-zone'),
		FULL_APPLICATION: () => day(call.fullApplicationUntil),
		RESULTS: () => day(call.resultsOn),
		MONTHS: () => monthsText(call, words),
		LETTERS: () => lettersText(call, words),
		CRITERIA: () => <TextList texts={call.criteria} />,
		FIELDS: () => <FieldList fieldSet={fieldSet} />,
		STAGES: () => <StageList stages={call.stages} />,
		NOTES: () => <NoteList notes={call.notes} />,
		SOURCE: () => <CallSource call={call} />,
	}
	return <>{texts[part]()}</>
}

/** On what a call rests, with the page that says so where there is one. */
export function CallSource({
	call: { source, sourceUrl },
}: {
	call: Pick<CallView, 'source' | 'sourceUrl'>
}) {
	return sourceUrl === null ? <>{source}</> : <SourceLink href={sourceUrl} text={source} />
}

/** How many months a call wants to be left in the term. */
export function monthsText({ monthsLeft: asked }: CallView, { say, format }: Words): string {
	if (asked === null) return say('missing.text')
	const { least, best, isRequired } = asked
	if (isRequired) return say('call.months.least', { least: format.count(least) })
	if (best === null) return say('call.months.hoped', { least: format.count(least) })
	return say('call.months.ideal', { least: format.count(least), best: format.count(best) })
}

/** Which letters a call wants, and by which step. */
export function lettersText({ letters }: CallView, { say, format }: Words): string {
	if (letters.length === 0) return say('missing.text')
	const each = letters.map(({ kind, least, by }) => {
		const values = { kind: say(`letter-kind.${kind}`), least: format.count(least) }
		return say(`application.letters.by.${by}`, values)
	})
	return format.list(each)
}

/** A text that is published in both languages, of which neither stands for the other. */
function BothLanguages({ text }: { text: Bilingual }) {
	return (
		<>
			<span lang="id">{text.id}</span>
			<br />
			<span lang="en">{text.en}</span>
		</>
	)
}

type ListProps = { readonly count: number; readonly children: ReactNode }

/** A list, or that it is empty. */
function OrNothing({ count, children }: ListProps) {
	const { say } = useWords()
	if (count === 0) return <>{say('missing.text')}</>
	return <ol className="govuk-list govuk-list--number">{children}</ol>
}

function TextList({ texts }: { texts: readonly Bilingual[] }) {
	return (
		<OrNothing count={texts.length}>
			{texts.map((text, at) => (
				<li key={at}>
					<TextIn text={text} />
				</li>
			))}
		</OrNothing>
	)
}

function StageList({ stages }: Pick<CallView, 'stages'>) {
	return (
		<OrNothing count={stages.length}>
			<StageItems stages={stages} />
		</OrNothing>
	)
}

/** The steps of a call as items of a list, each with its last day where one is known. */
export function StageItems({ stages }: Pick<CallView, 'stages'>) {
	const { say, format } = useWords()
	return stages.map(({ text, untilOn }, at) => (
		<li key={at}>
			<TextIn text={text} />
			{untilOn === null ? null : ` (${say('call.stage.until', { on: format.day(untilOn) })})`}
		</li>
	))
}

function NoteList({ notes }: Pick<CallView, 'notes'>) {
	return (
		<OrNothing count={notes.length}>
			<NoteItems notes={notes} />
		</OrNothing>
	)
}

/** What is noted on a call as items of a list, each with its source. */
export function NoteItems({ notes }: Pick<CallView, 'notes'>) {
	const { say } = useWords()
	return notes.map(({ text, source }, at) => (
		<li key={at}>
			<TextIn text={text} />{' '}
			{webHost(source) === null ? (
				say('provenance.source', { source })
			) : (
				<SourceLink href={source} text={say('provenance.link')} />
			)}
		</li>
	))
}

function FieldList({ fieldSet }: { fieldSet: FieldSetView }) {
	const { say } = useWords()
	return (
		<>
			<p className="govuk-body">{say('call.field-set', { set: fieldSet.id })}</p>
			<AskedFields fields={fieldSet.fields} />
		</>
	)
}

/** What a form asks, with its limits. */
export function AskedFields({ fields }: { fields: readonly FieldView[] }) {
	const { say, format } = useWords()
	return (
		<ol className="govuk-list govuk-list--number">
			{fields.map(({ code, title, help, maxCharacters }) => (
				<li key={code}>
					<strong>
						<TextIn text={title} />
					</strong>
					{'. '}
					{help.en === null && help.id === null ? null : <TextIn text={help} />}{' '}
					{maxCharacters === null
						? say('call.limit.none')
						: say('application.limit', { most: format.count(maxCharacters) })}
				</li>
			))}
		</ol>
	)
}
