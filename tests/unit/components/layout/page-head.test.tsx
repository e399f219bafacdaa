import { describe, expect, test } from 'vitest'
import { DESCRIPTION_LETTERS, describedMeta, pageMeta } from '#app/components/layout/page-meta.ts'
import { PageHead } from '#app/components/layout/page-head.tsx'
import { render } from '../render.ts'

const head = (pathname: string, search = '') =>
	render(
		<PageHead
			baseUrl="https://renaksi.example"
			locale="id"
			pathname={pathname}
			search={search}
			card={{ of: 'plans', id: 'plan' }}
		/>,
	)

describe('the head of a page', () => {
	test('says where the page lives, and where in each language', () => {
		const html = head('/id/plans/plan/')
		expect(html).toContain('<link rel="canonical" href="https://renaksi.example/id/plans/plan"/>')
		expect(html).toContain('hrefLang="en" href="https://renaksi.example/en/plans/plan"')
		expect(html).toContain('hrefLang="x-default" href="https://renaksi.example/en/plans/plan"')
		expect(html).toContain('property="og:locale" content="id_ID"')
		expect(html).toContain('content="https://renaksi.example/files/cards/plans/plan.id.png"')
	})

	test('keeps what makes another page of an address, and drops what does not, such as a token', () => {
		expect(head('/id/records/r', '?version=2&token=secret')).toContain(
			'href="https://renaksi.example/id/records/r?version=2"',
		)
		expect(head('/id/records/r', '?version=2&token=secret')).not.toContain('secret')
	})
})

test('a page without words of its own says what the site is', () => {
	const described = pageMeta('en', () => 'Plans').find((one) => 'name' in one && one.name === 'description')
	expect(described).toMatchObject({
		content: expect.stringContaining('Open Government Partnership') as string,
	})
})

test('a description of 663 letters is cut, and says so', () => {
	const [, described] = describedMeta('en', () => ({ title: 't', description: 'word '.repeat(140) }))
	const { content } = described as { content: string }
	expect([...content].length).toBeLessThanOrEqual(DESCRIPTION_LETTERS)
	expect(content).toMatch(/…$/)
})
