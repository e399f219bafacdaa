import { recordHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CallVersionView } from '#app/domain/application-call/view.ts'
import type { CallPart, CallSaying } from '#app/domain/call-change/rules.ts'
import { CallPartText } from './call-part.tsx'

type CallChangesProps = {
	id: string
	caption: string
	before: CallSaying
	after: CallSaying
	changed: readonly CallPart[]
}

/** Each part of a call that a version says otherwise, before and after. */
export function CallChanges({ id, caption, before, after, changed }: CallChangesProps) {
	const { say } = useWords()
	return (
		<Table
			id={id}
			caption={caption}
			captionSize="s"
			stacks
			columns={[
				{ head: say('call-version.part') },
				{ head: say('rule-version.before'), isWide: true },
				{ head: say('rule-version.after'), isWide: true },
			]}
			rows={changed.map((part) => ({
				key: part,
				cells: [
					say(`call-part.${part}`),
					<CallPartText key="before" part={part} said={before} />,
					<CallPartText key="after" part={part} said={after} />,
				],
			}))}
		/>
	)
}

/** The versions of a call, the newest first: when, why, what changed, and the act. */
export function CallVersions({ versions }: { versions: readonly CallVersionView[] }) {
	const { say } = useWords()
	if (versions.length < 2 && versions[0]?.publishedOn === null) return null
	return (
		<>
			<h2 className="govuk-heading-m" id="versions">
				{say('call-version.versions')}
			</h2>
			{versions.map((version, at) => (
				<CallVersion key={version.version} version={version} before={versions[at + 1]?.said ?? null} />
			))}
		</>
	)
}

type VersionProps = { version: CallVersionView; before: CallSaying | null }

function CallVersion({ version, before }: VersionProps) {
	const { say, locale, format } = useWords()
	const { publishedOn, reason, said, changed } = version
	const number = format.count(version.version)
	const act = `${recordHref(locale, said.call.id)}?version=${String(version.version)}`
	return (
		<section>
			<h3 className="govuk-heading-s">
				{publishedOn === null
					? say('call-version.shipped', { version: number })
					: say('call-version.published', { version: number, on: format.day(publishedOn) })}
			</h3>
			{publishedOn === null ? null : (
				<p className="govuk-body">
					<a className="govuk-link" href={act}>
						{say('call-version.act', { version: number })}
					</a>
				</p>
			)}
			{reason ? (
				<p className="govuk-body">
					{say('call-version.why')}: <TextIn text={reason} />
				</p>
			) : null}
			{before ? (
				<CallChanges
					id={`version-${String(version.version)}`}
					caption={say('call-version.changes')}
					{...{ before, after: said, changed }}
				/>
			) : null}
		</section>
	)
}
