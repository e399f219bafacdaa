import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { callPublished } from '#app/domain/application-call/view.ts'
import type { ActContent } from '#app/domain/record/schema.ts'
import { callsHref } from './addresses.ts'
import { callRows } from './call-part.tsx'

type Content = Extract<ActContent, { kind: 'application-call.published' }>

/** A version of a call as its act says it: why it was published, and every part of it. */
export function PublishedCall({ content }: { content: Content }) {
	const words = useWords()
	const { say, locale, format } = words
	const { recordId, version, reasonEn, reasonId } = content
	return (
		<>
			<SummaryList
				rows={[
					{
						key: say('application.call'),
						value: (
							<a className="govuk-link" href={callsHref(locale, recordId)}>
								{say('call-version.version', { version: format.count(version) })}
							</a>
						),
					},
					...(reasonId === null
						? []
						: [{ key: say('call-version.why'), value: <TextIn text={{ en: reasonEn, id: reasonId }} /> }]),
					...callRows(callPublished(content), words),
				]}
			/>
		</>
	)
}
