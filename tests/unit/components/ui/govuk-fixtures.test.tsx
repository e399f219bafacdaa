import type { ReactElement } from 'react'
import { describe, expect, test } from 'vitest'
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { BackLink } from '#app/components/ui/back-link.tsx'
import { NotificationBanner } from '#app/components/ui/notification-banner.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { Panel } from '#app/components/ui/panel.tsx'
import { SkipLink } from '#app/components/ui/skip-link.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { Tag } from '#app/components/ui/tag.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { normalized, publishedHtml, renderedHtml } from './normalized-html.ts'

const nationality =
	'We need to know your nationality so we can work out which elections you’re entitled to vote in. If you can’t provide your nationality, you’ll have to send copies of identity documents through the post.'
const address = (
	<p className="govuk-body">
		Address line 1<br />
		Address line 2<br />
		Address line 3<br />
		Address line 4<br />
		Address line 5
	</p>
)

const cases: [component: string, example: string, element: ReactElement][] = [
	['button', 'default', <Button key="b">Save and continue</Button>],
	[
		'button',
		'disabled',
		<Button key="b" disabled>
			Disabled button
		</Button>,
	],
	[
		'button',
		'secondary',
		<Button key="b" variant="secondary" name="secondary">
			Secondary button
		</Button>,
	],
	[
		'button',
		'warning',
		<Button key="b" variant="warning" name="Warning">
			Warning button
		</Button>,
	],
	[
		'button',
		'link',
		<ButtonLink key="b" href="/">
			Link button
		</ButtonLink>,
	],
	['back-link', 'default', <BackLink key="b" href="#" />],
	[
		'tag',
		'grey',
		<Tag key="t" colour="grey">
			Grey
		</Tag>,
	],
	[
		'details',
		'default',
		<Details key="d" summary="Help with nationality">
			{nationality}
		</Details>,
	],
	[
		'warning-text',
		'default',
		<WarningText key="w">You can be fined up to £5,000 if you don’t register.</WarningText>,
	],
	[
		'inset-text',
		'default',
		<InsetText key="i">
			It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the
			application.
		</InsetText>,
	],
	[
		'notification-banner',
		'with type as success',
		<NotificationBanner key="n" title="Success" isSuccess>
			Email sent to example@email.com
		</NotificationBanner>,
	],
	[
		'notification-banner',
		'default',
		<NotificationBanner key="n" title="Important">
			This publication was withdrawn on 7 March 2014.
		</NotificationBanner>,
	],
	[
		'panel',
		'default',
		<Panel key="p" title="Application complete">
			Your reference number
			<br />
			<strong>HDJ2123F</strong>
		</Panel>,
	],
	[
		'breadcrumbs',
		'with last breadcrumb as current page',
		<Breadcrumbs
			key="b"
			items={[
				{ text: 'Home', href: '/' },
				{ text: 'Passports, travel and living abroad', href: '/browse/abroad' },
				{ text: 'Travel abroad' },
			]}
		/>,
	],
	[
		'error-summary',
		'default',
		<ErrorSummary
			key="e"
			takesFocus={false}
			errors={[
				{ href: '#example-error-1', text: 'The date your passport was issued must be in the past' },
				{ href: '#example-error-2', text: 'Enter a postcode, like AA1 1AA' },
			]}
		/>,
	],
	[
		'summary-list',
		'default',
		<SummaryList
			key="s"
			rows={[
				{ key: 'Name', value: 'Firstname Lastname' },
				{ key: 'Date of birth', value: '13/08/1980' },
				{
					key: 'Contact information',
					value: (
						<>
							<p className="govuk-body">email@email.com</p>
							{address}
						</>
					),
				},
			]}
		/>,
	],
]

describe('our markup is that of govuk-frontend', () => {
	test.each(cases)('%s: %s', (component, example, element) => {
		expect(renderedHtml(element)).toBe(publishedHtml(component, example))
	})

	test('skip-link: default, except that it leads to our content', () => {
		const published = publishedHtml('skip-link', 'default').replace('#test-target-element', '#content')
		expect(renderedHtml(<SkipLink href="#content" />)).toBe(published)
	})

	test('pagination: with prev and next only, except that its words are one piece', () => {
		const published = publishedHtml('pagination', 'with prev and next only').replaceAll(
			/(Previous|Next)\n<span class="govuk-visually-hidden">\npage\n<\/span>/g,
			'$1 page',
		)
		expect(renderedHtml(<Pagination previousHref="/previous" nextHref="/next" />)).toBe(published)
	})

	test('task-list: a row with a link, one with a hint and a tag, and one that cannot be followed yet', () => {
		const rows = publishedHtml('task-list', 'with hint text and additional states')
		const ours = renderedHtml(
			<TaskList
				tasks={[
					{ title: 'Company Directors', href: '#', status: 'Completed' },
					{
						title: 'Registered company details',
						href: '#',
						status: <strong className="govuk-tag govuk-tag--teal">Not started</strong>,
					},
					{
						title: 'Business plan',
						href: '#',
						hint: 'Ensure the plan covers objectives, strategies, sales, marketing and financial forecasts.',
						status: <strong className="govuk-tag govuk-tag--magenta">Review</strong>,
					},
				]}
			/>,
		)
		expect(rows.startsWith(ours.replace(/\n<\/ul>$/, ''))).toBe(true)
	})

	test('table: rows named by their first cell, below a head and a caption of ours', () => {
		const ours = renderedHtml(
			<Table
				id="t"
				caption="Amounts"
				columns={[
					{ head: 'Month' },
					{ head: 'Bicycles', isNumeric: true },
					{ head: 'Cars', isNumeric: true },
				]}
				rows={[
					{ key: '1', cells: ['January', '£85', '£95'] },
					{ key: '2', cells: ['February', '£75', '£55'] },
					{ key: '3', cells: ['March', '£165', '£125'] },
				]}
			/>,
		)
		const body = publishedHtml('table', 'with firstCellIsHeader true').replace(
			'<table class="govuk-table">\n',
			'',
		)
		expect(ours.endsWith(body)).toBe(true)
	})

	test('summary-list: a row whose answer can be changed, told apart by hidden words', () => {
		const published = publishedHtml('summary-list', 'with actions')
		const link =
			'<a class="govuk-link" href="#">\nEdit\n<span class="govuk-visually-hidden">\nname\n</span>\n</a>'
		const ours = renderedHtml(
			<SummaryList
				rows={[
					{ key: 'Name', value: 'Firstname Lastname', action: { href: '#', text: 'Edit', hidden: 'name' } },
				]}
			/>,
		)
		expect(ours).toContain(`<dd class="govuk-summary-list__actions">\n${link}`)
		expect(published).toContain(link)
	})

	test('two markups that differ in one class are told apart', () => {
		expect(normalized('<p class="a">x</p>')).not.toBe(normalized('<p class="b">x</p>'))
	})
})
