import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { guardedLoader } from '#app/http/guard.server.ts'
import { sayIn } from '#app/i18n/translate.ts'

const TERMS = [
	'action-plan',
	'commitment',
	'milestone',
	'checkpoint',
	'progress-update',
	'verification',
	'coding',
	'evidence',
	'divergence',
	'point-of-contact',
	'implementing-institution',
	'cso',
	'monitoring-body',
	'irm',
	'act',
	'ledger',
	'rule-set',
] as const

export const loader = guardedLoader('public', () => null)

export const meta: MetaFunction = ({ params }) => pageMeta(params.lang, (say) => say('glossary.title'))

export default function Glossary() {
	const { say, locale } = useWords()
	const other = locale === 'en' ? 'id' : 'en'
	return (
		<Page>
			<PageTitle>{say('glossary.title')}</PageTitle>
			<p className="govuk-body-l">{say('glossary.lead')}</p>
			<Table
				id="glossary"
				caption={say('glossary.table')}
				captionSize="s"
				stacks
				columns={[
					{ head: say('glossary.term') },
					{ head: say('glossary.other') },
					{ head: say('glossary.meaning'), isWide: true },
				]}
				rows={TERMS.map((term) => ({
					key: term,
					cells: [
						say(`term.${term}`),
						<span key="other" lang={other}>
							{sayIn(other)(`term.${term}`)}
						</span>,
						say(`term.${term}.meaning`),
					],
				}))}
			/>
		</Page>
	)
}
