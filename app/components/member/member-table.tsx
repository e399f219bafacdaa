import { memberHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { MemberView } from '#app/domain/member/view.ts'
import { MemberKind } from './member-facts.tsx'

type MemberTableProps = { rows: readonly { member: MemberView; plans: number }[] }

/** Members of OGP: what kind, since when, and how many of their plans are here. */
export function MemberTable({ rows }: MemberTableProps) {
	const { say, locale, format } = useWords()
	return (
		<Table
			id="members"
			caption={say('members.table')}
			captionSize="s"
			stacks
			columns={[
				{ head: say('member.name'), isWide: true },
				{ head: say('member.kind') },
				{ head: say('member.since') },
				{ head: say('member.plans-here'), isNumeric: true },
			]}
			rows={rows.map(({ member, plans }) => ({
				key: member.id,
				cells: [
					<a key="name" className="govuk-link" href={memberHref(locale, member.id)}>
						<TextIn text={member.name} />
						{member.isDemonstration ? ` (${say('demonstration.mark')})` : null}
					</a>,
					<MemberKind key="kind" member={member} />,
					member.joinedYear === null ? say('missing.text') : String(member.joinedYear),
					format.count(plans),
				],
			}))}
		/>
	)
}
