import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { MemberView } from '#app/domain/member/view.ts'
import { KIND_OF } from '#app/domain/register-page/rules.ts'
import type { RegisterPage } from '#app/domain/register-page/view.ts'
import { registersHref, repositoryHref } from './addresses.ts'

/** How much each list of a member holds, and how new it is: the answer of the page's first screen. */
export function RegisterContents({ member, registers }: { member: MemberView; registers: RegisterPage }) {
	const { say, locale, format } = useWords()
	const { lists, documents } = registers
	return (
		<Table
			id="contents"
			caption={say('registers.contents')}
			columns={[
				{ head: say('registers.contents.list') },
				{ head: say('registers.contents.count'), isNumeric: true },
				{ head: say('registers.contents.newest') },
			]}
			isCompact
			rows={[
				...lists.map(({ noun, count, shown: [newest] }) => ({
					key: noun,
					cells: [
						<a key="list" className="govuk-link" href={`${registersHref(locale, member.id)}#${noun}`}>
							{say(`act.${KIND_OF[noun]}`)}
						</a>,
						format.count(count),
						newest ? format.day(newest.onDay) : say('registers.none'),
					],
				})),
				{
					key: 'documents',
					cells: [
						<a key="list" className="govuk-link" href={repositoryHref(locale, member.id)}>
							{say('repository.link')}
						</a>,
						format.count(documents.count),
						documents.newestOn === null ? say('registers.none') : format.day(documents.newestOn),
					],
				},
			]}
		/>
	)
}
