import { createElement } from 'react'
import type { ReactElement } from 'react'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LibraryPage } from '#app/components/practice/library-page.tsx'
import { PracticePage } from '#app/components/practice/practice-page.tsx'
import { ChangeMap } from '#app/components/register/change-map.tsx'
import { RegistersPage } from '#app/components/register/registers-page.tsx'
import { RepositoryPage } from '#app/components/register/repository-page.tsx'
import type { Database } from '#app/db.server.ts'
import { findPractice, listPractices } from '#app/domain/practice-library/queries.server.ts'
import { libraryPage } from '#app/domain/practice-library/view.ts'
import { findRegisteredMember } from '#app/domain/register-page/queries.server.ts'
import type { RegisterFilter, RepositoryFilter } from '#app/domain/register-page/schema.ts'
import { registerPage, repositoryPage } from '#app/domain/register-page/view.ts'
import { listChangeParts } from '#app/domain/theory-of-change/queries.server.ts'
import { seed } from '#prisma/seed.ts'
import { as } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { render, textOf } from '../../unit/components/render.ts'

const now = new Date('2026-11-21T20:00:00Z')

let database: Database
beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now })
})
afterAll(() => database.close())

/** What a page gets of its loader: JSON. */
const sent = <Data>(data: Data): Data => JSON.parse(JSON.stringify(data)) as Data

async function registersOf(memberId: string, filter: RegisterFilter = {}): Promise<ReactElement> {
	const { member, registers, ledgerSize } = await findRegisteredMember(as(database, 'poc'), memberId)
	const page = {
		member,
		registers: registerPage(registers, filter),
		files: {},
		filter,
		ledgerSize,
		notUnderstood: [],
	}
	return createElement(RegistersPage, sent(page))
}

async function repositoryOf(memberId: string, filter: RepositoryFilter = {}): Promise<ReactElement> {
	const { member, registers, ledgerSize } = await findRegisteredMember(as(database, 'poc'), memberId)
	const page = {
		member,
		repository: repositoryPage(registers, filter),
		files: {},
		filter,
		ledgerSize,
		notUnderstood: [],
	}
	return createElement(RepositoryPage, sent(page))
}

const UNSAID = /\b(undefined|null|NaN|\[object)\b|[a-z-]+\.[a-z-]+\.[a-z]+\b(?=<)/

describe.each(['en', 'id'] as const)('in %s', (locale) => {
	test('the registers of the demonstration show each list with its source, its record and its seats by sector', async () => {
		const html = render(await registersOf('kabupaten-contoh'), { locale })
		const text = textOf(html)
		expect(html).not.toMatch(UNSAID)
		expect(html).not.toContain('<script')
		expect(html).toContain(`href="/${locale}/records/contoh-meeting-3"`)
		expect(html).toContain(`href="/${locale}/practices/contoh-practice-1"`)
		expect(text).toContain(locale === 'en' ? 'Civil society Seats 3 / 8' : '3 / 8')
		expect(text).toContain(
			locale === 'en' ? 'Said to be complete here from' : 'Dinyatakan lengkap di sini sejak',
		)
	})

	test('a member of which nothing is recorded is told so, list by list, and no list says that nothing happened', async () => {
		const text = textOf(render(await registersOf('semarang'), { locale }))
		const none = locale === 'en' ? 'None is recorded here.' : 'Belum ada yang tercatat di sini.'
		expect(text.split(none).length - 1).toBeGreaterThan(13)
		expect(text).toContain(
			locale === 'en' ? 'which does not mean that it did not happen' : 'bukan berarti tidak terjadi',
		)
	})

	test('one list is shown whole, in pages', async () => {
		const text = textOf(
			render(await registersOf('kabupaten-contoh', { list: 'meeting', page: 7 }), { locale }),
		)
		expect(text).toContain(locale === 'en' ? '3 entries, page 1 of 1' : '3 butir, halaman 1 dari 1')
	})

	test('documents stand under their phase, and a choice narrows them', async () => {
		const all = textOf(render(await repositoryOf('kabupaten-contoh'), { locale }))
		const some = textOf(render(await repositoryOf('kabupaten-contoh', { phase: 'CO_CREATION' }), { locale }))
		expect(all).toContain(locale === 'en' ? '2 of 2 documents' : '2 dari 2 dokumen')
		expect(some).toContain(locale === 'en' ? '1 of 2 documents' : '1 dari 2 dokumen')
		expect(all).toContain(locale === 'en' ? 'Last updated on' : 'Terakhir diperbarui pada')
		expect(render(await repositoryOf('kabupaten-contoh'), { locale })).not.toMatch(UNSAID)
		const empty = textOf(render(await repositoryOf('paris'), { locale }))
		expect(empty).toContain(
			locale === 'en' ? 'No document is recorded here yet.' : 'Belum ada dokumen yang tercatat di sini.',
		)
	})

	test('the library says how many practices fit, and marks the one of the demonstration', async () => {
		const practices = await listPractices(database)
		const page = (filter: { q?: string }) =>
			createElement(
				LibraryPage,
				sent({ library: libraryPage(practices, filter, locale), filter, notUnderstood: [] }),
			)
		const html = render(page({}), { locale })
		expect(html).not.toMatch(UNSAID)
		expect(textOf(html)).toContain(locale === 'en' ? '11 of 11 practices' : '11 dari 11 praktik')
		expect(textOf(html)).toContain(locale === 'en' ? 'Last updated on' : 'Terakhir diperbarui pada')
		expect(textOf(html)).toContain(locale === 'en' ? '(demonstration)' : '(peragaan)')
		expect(textOf(render(page({ q: 'zzz' }), { locale }))).toContain(
			locale === 'en' ? 'No practice fits this choice.' : 'Tidak ada praktik yang sesuai',
		)
	})

	test('a practice draws its figures, gives them as a table, and says what its source does not', async () => {
		const practice = sent(await findPractice(database, 'banggai-practice-pinasa'))
		const html = render(createElement(PracticePage, { practice }), { locale })
		expect(html).not.toMatch(UNSAID)
		expect(html.match(/<circle cx="[\d.]+%"/g)).toHaveLength(3)
		expect(textOf(html)).toMatch(/2017 1 2018 1 2019 1/)
		expect(textOf(html)).toContain(
			locale === 'en' ? 'Not given by the source.' : 'Tidak disebut oleh sumbernya.',
		)
	})

	test('a plan shows what it builds on, and one of which nothing is recorded says so', async () => {
		const parts = await listChangeParts(database, { memberId: 'kabupaten-contoh', planId: 'contoh-2025' })
		const text = textOf(render(createElement(ChangeMap, { parts: sent(parts) }), { locale }))
		expect(parts.map(({ element }) => element)).toEqual([
			'ACTOR',
			'ACTOR',
			'ACTOR',
			'REFORMER',
			'INITIATIVE',
			'POLITICAL_SUPPORT',
			'SPACE',
		])
		expect(text).toContain('Forum Warga Contoh')
		const none = await listChangeParts(database, { memberId: 'indonesia', planId: 'id-nap7' })
		expect(textOf(render(createElement(ChangeMap, { parts: none }), { locale }))).toContain(
			locale === 'en' ? 'No actors or drivers of change are recorded' : 'Belum ada pelaku',
		)
	})
})

test('a practice that is not there is not found', async () => {
	await expect(findPractice(database, 'contoh-meeting-1')).rejects.toMatchObject({ reason: 'not_found' })
})
