import { memberHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { OTHER_SPELLING } from '#app/domain/member-name/rules.ts'
import type { NamedMemberView } from '#app/domain/member-name/view.ts'

/** What each source calls a member: first the members that have several names, then all. */
export function MemberNamesPage({ members }: { members: readonly NamedMemberView[] }) {
	const { say, format } = useWords()
	const several = members.filter(
		({ names }) => names.length > 1 || names.some(({ reason }) => reason !== null),
	)
	return (
		<Page>
			<PageTitle>{say('member-names.title')}</PageTitle>
			<p className="govuk-body-l">{say('member-names.lead')}</p>
			<p className="govuk-body">{say('member-names.unknown')}</p>
			<p className="govuk-body">
				<a className="govuk-link" href="/files/member-names.csv">
					{say('member-names.file')}
				</a>
			</p>
			<p className="govuk-body">
				{say('member-names.count', {
					members: format.count(members.length),
					several: format.count(several.length),
				})}
			</p>
			<NameTable id="several-names" caption={say('member-names.several')} members={several} />
			<NameTable
				id="one-name"
				caption={say('member-names.one')}
				members={members.filter((member) => !several.includes(member))}
			/>
		</Page>
	)
}

type NameTableProps = { id: string; caption: string; members: readonly NamedMemberView[] }

function NameTable({ id, caption, members }: NameTableProps) {
	const { say } = useWords()
	return (
		<Table
			id={id}
			caption={caption}
			stacks
			columns={[
				{ head: say('member.name') },
				{ head: say('member-names.code') },
				{ head: say('member-names.sources'), isWide: true },
			]}
			rows={members.map((member) => ({
				key: member.id,
				cells: [
					<MemberLink key="name" member={member} />,
					member.countryCode,
					<ul key="names" className="app-plain-list">
						{member.names.map((one) => (
							<SourceName key={one.name} {...one} />
						))}
					</ul>,
				],
			}))}
		/>
	)
}

function MemberLink({ member: { id, name, isHere } }: { member: NamedMemberView }) {
	const { locale } = useWords()
	return isHere ? (
		<a className="govuk-link" href={memberHref(locale, id)}>
			<TextIn text={name} />
		</a>
	) : (
		<TextIn text={name} />
	)
}

/** A name, the sources that use it, and why it stands for this member. */
function SourceName({ name, sources, reason }: NamedMemberView['names'][number]) {
	const { say, format } = useWords()
	const known = sources.filter((source) => source !== OTHER_SPELLING)
	return (
		<li>
			<span lang="en">“{name}”</span>:{' '}
			{known.length === 0 ? say('member-names.no-source') : format.list(known)}
			{reason === null ? null : (
				<>
					<br />
					<span className="app-quiet">
						<TextIn text={reason} />
					</span>
				</>
			)}
		</li>
	)
}
