import { openDataHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Downloads } from '#app/components/report/downloads.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { COMMITMENT_COLUMNS } from '#app/export/commitment-columns.ts'
import { REPOSITORY_COLUMNS } from '#app/export/repository-rows.ts'
import { UPDATE_COLUMNS } from '#app/export/update-columns.ts'

/** The files of the open data with every column explained. */
export function OpenDataPage() {
	const { say } = useWords()
	return (
		<Page>
			<PageTitle>{say('open-data.title')}</PageTitle>
			<p className="govuk-body-l">{say('open-data.lead')}</p>
			<ul className="govuk-list govuk-list--bullet">
				{(['narrow', 'unknown', 'text', 'scales'] as const).map((rule) => (
					<li key={rule}>{say(`open-data.rule.${rule}`)}</li>
				))}
			</ul>
			<Part name="commitments" columns={COMMITMENT_COLUMNS} />
			<Part name="milestone-updates" columns={UPDATE_COLUMNS} />
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
type PartProps = { name: 'commitments' | 'milestone-updates'; columns: readonly Explained[] }

function Part({ name, columns }: PartProps) {
	const { say } = useWords()
	return (
		<>
			<h2 className="govuk-heading-l">{say(`open-data.${name}`)}</h2>
			<Downloads
				files={(['csv', 'json'] as const).map((format) => ({
					href: openDataHref(name, format),
					text: say(`open-data.${name}.${format}`),
				}))}
			/>
			<Columns id={name} columns={columns} />
		</>
	)
}

function Columns({ id, columns }: { id: string; columns: readonly Explained[] }) {
	const { say } = useWords()
	return (
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
	)
}
