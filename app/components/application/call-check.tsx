import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { PublishOrChange, typedIn } from '#app/components/workspace/publish-or-change.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { CallVersionPreview } from '#app/domain/call-version/view.ts'
import { writableCallsHref } from './addresses.ts'
import { CallChanges } from './call-changes.tsx'
import type { CallFormFacts } from './call-form.tsx'
import { callRows } from './call-part.tsx'
import { deadlineText } from './deadline.tsx'

type CallCheckProps = CallFormFacts & {
	/** What was typed and found right. */
	shown: Readonly<Record<string, unknown>>
	preview: CallVersionPreview
}

/** A version of a call before it is published: what it says or changes, and whose applications it touches. */
export function CallCheck({ base, person, shown, preview }: CallCheckProps) {
	const words = useWords()
	const { say, locale } = words
	const { call } = base
	const { before, after, changed } = preview
	const address = writableCallsHref(locale, call === null ? 'new' : { callId: call.id })
	return (
		<WorkspacePage person={person} member={null} backHref={address}>
			<PageTitle caption={<TextIn text={after.call.name} />}>{say('rule-version.check.title')}</PageTitle>
			<InsetText>{say('call-version.for-ever')}</InsetText>
			<SummaryList rows={headRows(preview, words)} />
			{before ? (
				<CallChanges id="changes" caption={say('call-version.changes')} {...{ before, after, changed }} />
			) : (
				<SummaryList rows={callRows(after, words)} />
			)}
			<PublishOrChange address={address} typed={typedIn(shown)} publish={say('call-version.publish')} />
		</WorkspacePage>
	)
}

/** How the call stands once this is published, why it is, and which applications it touches. */
function headRows({ before, after, standing, reason, applications }: CallVersionPreview, words: Words) {
	const { say, format } = words
	const { all, written } = applications
	return [
		...(before
			? [{ key: say('call-version.stands.now'), value: deadlineText(before.call, before.standing, words) }]
			: []),
		{ key: say('call-version.stands.then'), value: deadlineText(after.call, standing, words) },
		...(reason ? [{ key: say('call-version.why'), value: <TextIn text={reason} /> }] : []),
		...(before
			? [
					{
						key: say('call-version.applications'),
						value:
							all === 0
								? say('call-version.applications.none')
								: say('call-version.applications.some', {
										count: all,
										all: format.count(all),
										written: format.count(written),
									}),
					},
				]
			: []),
	]
}
