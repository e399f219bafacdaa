import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { MemberView } from '#app/domain/member/view.ts'

/** Says of which members no plan can be begun yet, and what is missing. Nothing where all have their rules. */
export function MembersWithoutRules({ members }: { members: readonly MemberView[] }) {
	const { say, locale } = useWords()
	if (members.length === 0) return null
	return (
		<InsetText>
			<ul className="govuk-list">
				{members.map(({ id, name, level }) => (
					<li key={id}>
						{say(`plan-drafts.no-rules.${level}`, { member: textIn(name, locale)?.text ?? id })}
					</li>
				))}
			</ul>
		</InsetText>
	)
}
