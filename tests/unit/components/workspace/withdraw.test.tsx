import { expect, test } from 'vitest'
import { WithdrawDone } from '#app/components/workspace/withdraw-done.tsx'
import { WithdrawFinding } from '#app/components/workspace/withdraw-finding.tsx'
import { WithdrawList } from '#app/components/workspace/withdraw-list.tsx'
import type { OwnFinding, OwnWithdrawal, RemovalView } from '#app/domain/withdrawal/view.ts'
import { render, textOf } from '../render.ts'

const finding: OwnFinding = {
	recordId: 'finding-9',
	organizationId: 'cso',
	published: { version: 1, on: '2026-07-10' },
	planTitle: { en: 'Plan', id: 'Rencana' },
	commitmentTitle: { en: 'Village budgets', id: 'Anggaran desa' },
	milestoneTitle: { en: 'A portal', id: 'Sebuah portal' },
	member: { name: { en: 'Example', id: 'Contoh' }, isDemonstration: true },
	withdrawal: null,
	isNamedInLog: false,
}
const person = { name: 'A monitor' }
const locales = ['en', 'id'] as const
const asked = (isOwn: boolean): RemovalView => ({
	state: 'REQUESTED',
	byName: 'A colleague',
	on: '2026-07-16',
	isOwn,
})

function done(removal: RemovalView, over: Partial<OwnWithdrawal> = {}, locale: 'en' | 'id' = 'en'): string {
	const withdrawal = { on: '2026-07-15', isLost: false, removal, ...over }
	const address = 'https://ogp.example/en/withdrawals/finding-9'
	return render(
		<WithdrawDone finding={finding} withdrawal={withdrawal} address={address} person={person} />,
		{
			locale,
		},
	)
}

const actionsIn = (html: string) =>
	[...html.matchAll(/<form[^>]* action="([^"]+)"/g)].map((found) => found[1])

test.each(locales)(
	'whoever withdraws is told what happens and what cannot be undone, by one form: %s',
	(locale) => {
		const html = render(<WithdrawFinding finding={finding} person={person} />, { locale })
		expect(actionsIn(html)).toEqual([`/${locale}/withdrawals/finding-9/withdraw`])
		expect(html.match(/<button/g)).toHaveLength(1)
		expect(html.match(/<li>/g)?.length).toBeGreaterThanOrEqual(7)
		expect(textOf(html)).toMatch(locale === 'en' ? /cannot be undone/ : /tidak dapat dibatalkan/)
	},
)

test('only where an older leaf names the organization, the page says that the log keeps the name', () => {
	const said = (isNamedInLog: boolean) =>
		textOf(render(<WithdrawFinding finding={{ ...finding, isNamedInLog }} person={person} />))
	expect(said(true)).toContain('keeps the identifier of your organization for good')
	expect(said(false)).not.toContain('identifier')
})

test.each([
	['nobody asked yet', { state: 'NOT_REQUESTED' } as const, ['/en/withdrawals/finding-9/request-removal']],
	['the reader asked', asked(true), []],
	['a colleague asked', asked(false), ['/en/withdrawals/finding-9/confirm-removal']],
	['it is removed', { state: 'REMOVED', on: '2026-07-20' } as const, []],
])('while %s, the page offers what this person may do next and nothing else', (_when, removal, actions) => {
	expect(actionsIn(done(removal))).toEqual(actions)
})

test('the address for a colleague is on the page until there is one who confirms', () => {
	const address = 'https://ogp.example/en/withdrawals/finding-9'
	expect(textOf(done({ state: 'NOT_REQUESTED' }))).toContain(address)
	expect(textOf(done(asked(true)))).toContain(address)
})

test.each(locales)('a withdrawal that the database lost is offered once more: %s', (locale) => {
	const html = done({ state: 'NOT_REQUESTED' }, { isLost: true }, locale)
	expect(actionsIn(html)).toEqual([])
	expect(html).toContain(`href="/${locale}/withdrawals/finding-9/withdraw"`)
})

test('the list leads each finding to its withdrawal, and each withdrawn one to what became of it', () => {
	const removed = {
		on: '2026-07-15',
		isLost: false,
		removal: { state: 'REMOVED', on: '2026-07-20' },
	} as const
	const findings = [finding, { ...finding, recordId: 'finding-8', published: null, withdrawal: removed }]
	const html = render(<WithdrawList findings={findings} member={null} person={person} />)
	expect(html).toContain('href="/en/withdrawals/finding-9/withdraw"')
	expect(html).toContain('href="/en/withdrawals/finding-8"')
	expect(textOf(html)).toContain('Village budgets. Withdrawn on 15 July 2026')
	expect(textOf(html)).toContain('Withdrawn and removed')
	expect(textOf(render(<WithdrawList findings={[]} member={null} person={person} />))).toContain(
		'Your organization has published nothing yet.',
	)
})
