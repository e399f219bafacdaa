import { memberHref, membersHref, recordHref } from '#app/components/addresses.ts'
import { EvidenceList } from '#app/components/evidence/evidence-list.tsx'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Downloads } from '#app/components/report/downloads.tsx'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { DOCUMENT_REQUIREMENTS, PHASES } from '#app/domain/cocreation/rules.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { RepositoryFilter } from '#app/domain/register-page/schema.ts'
import type { FilesOf, RepositoryPage as Repository } from '#app/domain/register-page/view.ts'
import { repositoryCsvHref, repositoryHref, repositoryListHref } from './addresses.ts'

export type RepositoryPageProps = {
	member: MemberView
	repository: Repository
	files: FilesOf
	filter: RepositoryFilter
	ledgerSize: number
	notUnderstood: readonly string[]
}

/** The documents of a member by phase and requirement, with the day on which the repository last grew. */
export function RepositoryPage(props: RepositoryPageProps) {
	const { member, repository, files, filter, ledgerSize, notUnderstood } = props
	const { say, locale, format } = useWords()
	const { shown, count, of, page, pages, lastPublishedOn } = repository
	const turn = (to: number) =>
		to < 1 || to > pages ? undefined : repositoryHref(locale, member.id, { ...filter, page: to })
	return (
		<Page
			member={member}
			breadcrumbs={[
				{ text: say('members.title'), href: membersHref(locale) },
				{ text: textIn(member.name, locale)?.text ?? member.id, href: memberHref(locale, member.id) },
			]}
			lastUpdated={{ on: lastPublishedOn, ledgerSize }}
		>
			<PageTitle caption={<TextIn text={member.name} />}>{say('repository.title')}</PageTitle>
			<p className="govuk-body-l">{say('repository.lead')}</p>
			<Updated on={lastPublishedOn} />
			<ListLinks memberId={member.id} />
			<NotUnderstood parts={notUnderstood} />
			<RepositoryFilterForm memberId={member.id} filter={filter} />
			<p className="govuk-body" role="status">
				{say('repository.count', { count: format.count(count), total: format.count(of) })}
			</p>
			{shown.length === 0 ? (
				<p className="govuk-body">{say(of === 0 ? 'repository.none' : 'repository.none-fits')}</p>
			) : null}
			{PHASES.map((phase) => (
				<Shelf
					key={phase}
					phase={phase}
					documents={shown.filter(({ said }) => said.phase === phase)}
					files={files}
				/>
			))}
			<Pagination previousHref={turn(page - 1)} nextHref={turn(page + 1)} />
		</Page>
	)
}

function Updated({ on }: { on: string | null }) {
	const { say, format } = useWords()
	if (on === null) return null
	return <p className="govuk-body">{say('repository.updated', { on: format.day(on) })}</p>
}

/** Every document in one list, evidence of reports included. */
function ListLinks({ memberId }: { memberId: string }) {
	const { say, locale } = useWords()
	return (
		<Downloads
			files={[
				{ href: repositoryListHref(locale, memberId), text: say('report.repository.link') },
				{ href: repositoryCsvHref(memberId), text: say('report.repository.link.csv') },
			]}
		/>
	)
}

function RepositoryFilterForm({ memberId, filter }: { memberId: string; filter: RepositoryFilter }) {
	const { say, locale } = useWords()
	const items = (codes: readonly string[], family: string) => [
		{ value: '', text: say('filter.all') },
		...codes.map((code) => ({ value: code, text: say(`${family}.${code}`) })),
	]
	return (
		<form
			method="get"
			action={repositoryHref(locale, memberId)}
			className="app-filter"
			role="search"
			aria-label={say('repository.filter')}
		>
			<Select
				id="phase"
				name="phase"
				label={say('repository.phase')}
				defaultValue={filter.phase ?? ''}
				items={items(PHASES, 'phase')}
			/>
			<Select
				id="requirement"
				name="requirement"
				label={say('repository.requirement')}
				defaultValue={filter.requirement ?? ''}
				items={items(DOCUMENT_REQUIREMENTS, 'requirement')}
			/>
			<Button variant="secondary">{say('filter.apply')}</Button>
			<a className="govuk-link" href={repositoryHref(locale, memberId)}>
				{say('filter.clear')}
			</a>
		</form>
	)
}

type Document = Repository['shown'][number]

type ShelfProps = { phase: string; documents: readonly Document[]; files: FilesOf }

function Shelf({ phase, documents, files }: ShelfProps) {
	const { say, format } = useWords()
	if (documents.length === 0) return null
	const heads = ['document', 'requirement', 'kind', 'dated', 'published', 'info-class'] as const
	return (
		<Table
			id={`documents-${phase.toLowerCase()}`}
			caption={say(`phase.${phase}`)}
			captionSize="l"
			stacks
			columns={heads.map((head) => ({ head: say(`repository.${head}`), isWide: head === 'document' }))}
			rows={documents.map((document) => {
				const { recordId, publishedOn, said } = document
				return {
					key: recordId,
					cells: [
						<DocumentName key="name" document={document} files={files[recordId]} />,
						said.requirement ? say(`requirement.${said.requirement}`) : say('repository.not-said'),
						say(`evidence-kind.${said.documentKind}`),
						format.day(said.datedOn),
						format.day(publishedOn),
						said.infoClass ? say(`info-class.${said.infoClass}`) : say('repository.not-said'),
					],
				}
			})}
		/>
	)
}

type DocumentNameProps = { document: Document; files: FilesOf[string] | undefined }

function DocumentName({ document: { recordId, said }, files }: DocumentNameProps) {
	const { say, locale } = useWords()
	const title = { en: said.titleEn ?? null, id: said.titleId ?? null }
	const named = textIn(title, locale)?.text ?? recordId
	return (
		<>
			<TextIn text={title} />
			<br />
			<TextIn text={{ en: said.noteEn ?? null, id: said.noteId ?? null }} missing="" />{' '}
			{said.url ? (
				<>
					<SourceLink href={said.url} text={webHost(said.url) ?? say('repository.read')} />
					{' · '}
				</>
			) : null}
			<a className="govuk-link" href={recordHref(locale, recordId)}>
				{say('repository.record')}
				<span className="govuk-visually-hidden">: {named}</span>
			</a>
			{files ? <EvidenceList evidence={files} /> : null}
		</>
	)
}
