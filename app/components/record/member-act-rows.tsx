import { evidenceHref } from '#app/components/addresses.ts'
import { saidRows } from '#app/components/desk/said-rows.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import type { Words } from '#app/components/words.tsx'
import type { MemberActContent } from '#app/domain/member-act/schema.ts'

/** What an act of a member beyond its plans says, why it was corrected, and the files that came with it. */
export function memberActRows(content: MemberActContent, words: Words): SummaryRow[] {
	const { say } = words
	const { kind, said, reason, isRetracted, evidence } = content
	return [
		...(isRetracted ? [{ key: say('desk.retract'), value: say('desk.retracted') }] : []),
		...(reason === undefined ? [] : [{ key: say('desk.reason'), value: reason }]),
		...saidRows(kind, said, words),
		...(evidence.length === 0 ? [] : [{ key: say('desk.files'), value: filesOf(content, words) }]),
	]
}

function filesOf({ recordId, version, evidence }: MemberActContent, { say, locale }: Words) {
	return (
		<ul className="app-evidence">
			{evidence.map((piece, at) => (
				<li key={at}>
					<a
						className="govuk-link"
						href={evidenceHref(locale, `${recordId}.${String(version)}.${String(at)}`)}
					>
						{'title' in piece ? (piece.title ?? say('evidence.untitled')) : say('reply.record.protected')}
					</a>
					{' – '}
					{say(`evidence-kind.${piece.kind}`)}
				</li>
			))}
		</ul>
	)
}
