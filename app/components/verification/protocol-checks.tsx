import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { PROTOCOL_CHECKS } from '#app/domain/verification/rules.ts'
import type { ProtocolChecks } from '#app/domain/verification/schema.ts'

/** The checks of a milestone's protocol as a monitor went through them: each held or not, with a note. */
export function ProtocolChecksList({ checks }: { checks: ProtocolChecks }) {
	const words = useWords()
	const { say } = words
	return (
		<ul className="app-plain-list">
			{checks.map(({ check, isMet, note }) => (
				<li key={check}>
					{say(isMet ? 'verification.check.met' : 'verification.check.not-met', {
						check: nameOf(check, words),
					})}
					{note === null ? null : <span className="app-remark">{note}</span>}
				</li>
			))}
		</ul>
	)
}

/** A check that later rules may name is said as it is stored. */
function nameOf(check: string, { say }: Words): string {
	const known = PROTOCOL_CHECKS.find((code) => code === check)
	return known === undefined ? check : say(`protocol-check.${known}`)
}
