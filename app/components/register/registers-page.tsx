import { memberHref, membersHref, recordHref } from '#app/components/addresses.ts'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { practicesHref } from '#app/components/practice/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { REGISTERS, REGISTER_OF } from '#app/domain/member-act/rules.ts'
import type { Register } from '#app/domain/member-act/rules.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { KIND_OF } from '#app/domain/register-page/rules.ts'
import type { RegisterFilter } from '#app/domain/register-page/schema.ts'
import type { FilesOf, RegisterPage as Registers, ShownList } from '#app/domain/register-page/view.ts'
import { ActCard } from './act-card.tsx'
import { registersHref, repositoryHref } from './addresses.ts'
import { RegisterContents } from './register-contents.tsx'

export type RegistersPageProps = {
	member: MemberView
	registers: Registers
	files: FilesOf
	filter: RegisterFilter
	ledgerSize: number
	notUnderstood: readonly string[]
}

/** A member's registers: what is in them and how complete they are, then the newest acts of each, or one list whole. */
export function RegistersPage(props: RegistersPageProps) {
	const { member, registers, files, filter, ledgerSize, notUnderstood } = props
	const { say, locale } = useWords()
	const [first] = registers.lists
	return (
		<Page
			member={member}
			breadcrumbs={[
				{ text: say('members.title'), href: membersHref(locale) },
				{ text: textIn(member.name, locale)?.text ?? member.id, href: memberHref(locale, member.id) },
			]}
			lastUpdated={{ on: registers.lastPublishedOn, ledgerSize }}
		>
			<PageTitle caption={<TextIn text={member.name} />}>{say('registers.title')}</PageTitle>
			<p className="govuk-body-l">{say('registers.lead')}</p>
			<NotUnderstood parts={notUnderstood} />
			<Unreadable registers={registers} />
			{filter.list !== undefined && first ? (
				<WholeList member={member} list={first} files={files} />
			) : (
				<>
					<RegisterContents member={member} registers={registers} />
					{REGISTERS.map((register) => (
						<RegisterSection key={register} {...{ register, registers, member, files }} />
					))}
				</>
			)}
		</Page>
	)
}

type SectionProps = { register: Register; registers: Registers; member: MemberView; files: FilesOf }

function RegisterSection({ register, registers, member, files }: SectionProps) {
	const { say, locale } = useWords()
	const lists = registers.lists.filter(({ noun }) => REGISTER_OF[KIND_OF[noun]] === register)
	if (lists.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-l">{say(`register.${register}`)}</h2>
			<Completeness register={register} registers={registers} />
			{lists.map((list) => (
				<NewestOf key={list.noun} list={list} member={member} files={files} />
			))}
			{register === 'COCREATION' ? (
				<p className="govuk-body">
					<a className="govuk-link" href={repositoryHref(locale, member.id)}>
						{say('repository.link')}
					</a>
				</p>
			) : null}
			{register === 'SHARING' ? (
				<p className="govuk-body">
					<a className="govuk-link" href={practicesHref(locale)}>
						{say('practices.link')}
					</a>
				</p>
			) : null}
		</section>
	)
}

/** From when on a register is complete here, and who said so. */
function Completeness({ register, registers }: Pick<SectionProps, 'register' | 'registers'>) {
	const { say, locale, format } = useWords()
	const said = registers.declared.filter((one) => one.register === register)
	if (said.length === 0) return <p className="govuk-body">{say('registers.open')}</p>
	return (
		<ul className="govuk-list">
			{said.map(({ recordId, completeFrom, until }) => (
				<li key={recordId}>
					{until === null
						? say('registers.complete', { from: format.day(completeFrom) })
						: say('registers.complete-until', {
								from: format.day(completeFrom),
								until: format.day(until),
							})}{' '}
					<a className="govuk-link" href={recordHref(locale, recordId)}>
						{say('registers.complete.record')}
					</a>
				</li>
			))}
		</ul>
	)
}

type ListProps = { list: ShownList; member: MemberView; files: FilesOf }

function NewestOf({ list, member, files }: ListProps) {
	const { say, locale, format } = useWords()
	const { noun, shown, count } = list
	return (
		<section id={noun}>
			<h3 className="govuk-heading-m">{say(`act.${KIND_OF[noun]}`)}</h3>
			{count === 0 ? <p className="govuk-body">{say('registers.none')}</p> : null}
			{shown.map((act) => (
				<ActCard key={act.recordId} act={act} files={files[act.recordId]} />
			))}
			{count > shown.length ? (
				<p className="govuk-body">
					<a className="govuk-link" href={registersHref(locale, member.id, { list: noun })}>
						{say('registers.all', { total: format.count(count) })}
						<span className="govuk-visually-hidden">: {say(`act.${KIND_OF[noun]}`)}</span>
					</a>
				</p>
			) : null}
		</section>
	)
}

function WholeList({ list, member, files }: ListProps) {
	const { say, locale, format } = useWords()
	const { noun, shown, count, page, pages } = list
	const turn = (to: number) =>
		to < 1 || to > pages ? undefined : registersHref(locale, member.id, { list: noun, page: to })
	return (
		<>
			<p className="govuk-body">
				<a className="govuk-link" href={registersHref(locale, member.id)}>
					{say('registers.overview')}
				</a>
			</p>
			<h2 className="govuk-heading-l">{say(`act.${KIND_OF[noun]}`)}</h2>
			<p className="govuk-body" role="status">
				{say('registers.count', { count, total: format.count(count), page, pages })}
			</p>
			<h3 className="govuk-visually-hidden">{say('registers.contents')}</h3>
			{shown.map((act) => (
				<ActCard key={act.recordId} act={act} files={files[act.recordId]} />
			))}
			<Pagination previousHref={turn(page - 1)} nextHref={turn(page + 1)} />
		</>
	)
}

/** Acts that are stored otherwise than they were published; nothing without any. */
function Unreadable({ registers: { unreadable } }: { registers: Registers }) {
	const { say, locale } = useWords()
	if (unreadable.length === 0) return null
	return (
		<>
			<WarningText>{say('registers.unreadable')}</WarningText>
			<ul className="govuk-list govuk-list--bullet">
				{unreadable.map(({ kind, recordId, version }) => (
					<li key={recordId}>
						<a className="govuk-link" href={recordHref(locale, recordId)}>
							{say('unreadable.record', { act: say(`act.${kind}`), recordId, version })}
						</a>
					</li>
				))}
			</ul>
		</>
	)
}
