import { openDataHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Downloads } from '#app/components/report/downloads.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Licence } from '#app/domain/open-data/rules.ts'
import { LICENCE_TEXTS, licenceSentence } from '#app/export/licence.ts'
import { OPEN_TABLES, OPEN_TABLE_NAMES } from '#app/export/open-tables.ts'
import type { OpenTableName } from '#app/export/open-tables.ts'
import { REPOSITORY_COLUMNS } from '#app/export/repository-rows.ts'

/** The files of the open data with every column explained. */
export function OpenDataPage({ licence }: { licence: Licence }) {
	const { say, locale } = useWords()
	const ending = locale === 'en' ? '' : `.${locale}`
	return (
		<Page>
			<PageTitle>{say('open-data.title')}</PageTitle>
			<p className="govuk-body-l">{say('open-data.lead')}</p>
			<ul className="govuk-list govuk-list--bullet">
				{(['narrow', 'unknown', 'text', 'scales'] as const).map((rule) => (
					<li key={rule}>{say(`open-data.rule.${rule}`)}</li>
				))}
			</ul>
			<p className="govuk-body">
				{licenceSentence(say, licence)}{' '}
				<a className="govuk-link" href={LICENCE_TEXTS[licence].path}>
					{LICENCE_TEXTS[licence].title}
				</a>
			</p>
			<h2 className="govuk-heading-l">{say('open-data.whole')}</h2>
			<p className="govuk-body">{say('open-data.whole.lead')}</p>
			<Downloads
				files={[
					{ href: '/files/open-data/site.zip', text: say('open-data.whole.zip') },
					{ href: `/files/open-data/datapackage${ending}.json`, text: say('open-data.whole.package') },
					{ href: '/files/open-data/catalogue.jsonld', text: say('open-data.whole.catalogue') },
				]}
			/>
			{OPEN_TABLE_NAMES.map((name) => (
				<Part key={name} name={name} />
			))}
			<h2 className="govuk-heading-l">{say('open-data.documents')}</h2>
			<p className="govuk-body">{say('open-data.documents.lead')}</p>
			<Columns
				id="documents"
				columns={REPOSITORY_COLUMNS.map((name) => ({ name, key: `document-${name.replaceAll('_', '-')}` }))}
			/>
		</Page>
	)
}

type Explained = { readonly name: string; readonly key: string }

function Part({ name }: { name: OpenTableName }) {
	const { say } = useWords()
	const table = say(`open-data.${name}`)
	return (
		<>
			<h2 className="govuk-heading-l">{table}</h2>
			<p className="govuk-body">{say(`open-data.${name}.lead`)}</p>
			<Downloads
				files={(['csv', 'xlsx', 'json', 'jsonl'] as const).map((format) => ({
					href: openDataHref(name, format),
					text: say(`open-data.file.${format}`, { table }),
				}))}
			/>
			<Columns id={name} columns={OPEN_TABLES[name].columns} />
		</>
	)
}

function Columns({ id, columns }: { id: string; columns: readonly Explained[] }) {
	const { say } = useWords()
	return (
		<Details summary={say('open-data.columns.count', { number: columns.length })}>
			<Table
				id={id}
				caption={say('open-data.columns')}
				captionSize="s"
				stacks
				columns={[{ head: say('open-data.column') }, { head: say('open-data.meaning'), isWide: true }]}
				rows={columns.map(({ name, key }) => ({
					key: name,
					cells: [<code key="name">{name}</code>, say(`open-data.column.${key}`)],
				}))}
			/>
		</Details>
	)
}
