import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import { listPractices } from '#app/domain/practice-library/queries.server.ts'
import { libraryPage } from '#app/domain/practice-library/view.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { seed } from '#prisma/seed.ts'
import { readSeedData } from '#prisma/seed/data-files.ts'
import { localMemberId } from '#prisma/seed/members.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const now = new Date('2026-11-21T20:00:00Z')

let database: Database
beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now })
})
afterAll(() => database.close())

const real = async () => (await listPractices(database)).filter(({ member }) => !member.isDemonstration)

test('the practices of the slides of 2021 are in the library, each under its member', async () => {
	const practices = await real()
	const titles = (memberId: string) =>
		practices.flatMap(({ member, title }) => (member.id === memberId ? (title.id ?? []) : [])).sort()
	expect(titles('west-nusa-tenggara')).toEqual(['NTB Care', 'Program NTB Satu Data', 'Revitalisasi Posyandu'])
	expect(titles('banggai')).toEqual([
		'Banggai Satu Data',
		'Pinasa',
		'Posyandu Pra Konsepsi',
		'Program Family Farming',
	])
	expect(titles('west-sumbawa')).toEqual(['Gotong Royong: Mandiri, Stimulan, dan Padat Karya'])
	expect(titles('brebes')).toEqual(['Gerakan Kembali Bersekolah (GKB)', 'Sambang Bansos'])
	expect(practices).toHaveLength(10)
	expect(new Set(practices.map(({ provenance }) => provenance?.source))).toEqual(
		new Set(['OGI, 21 May 2021; summary and theme: ours']),
	)
})

test('every row of the slides of 2021 is told in a practice', async () => {
	const told = (await real()).map(({ title, done }) => `${title.id ?? ''} ${done.id ?? ''}`).join('\n')
	const rows = readSeedData().programmes.filter(({ source }) => source.includes('OGI'))
	expect(rows).toHaveLength(12)
	expect(rows.filter(({ programme }) => !told.includes(programme))).toEqual([])
})

test('figures by year are only those of Pinasa; money without a year stays in words', async () => {
	const practices = await real()
	expect(practices.filter(({ series }) => series.length > 0).map(({ title }) => title.id)).toEqual(['Pinasa'])
	const pinasa = practices.find(({ title }) => title.id === 'Pinasa')
	expect(pinasa?.series[0]?.points.map(({ year }) => year)).toEqual([2017, 2018, 2019])
	const gkb = practices.find(({ title }) => title.id?.includes('GKB'))
	expect(gkb?.results.en).toMatch(/Rp 500 million.*300 people.*Rp 1\.5 million.*10 people per village/)
	expect(practices.every(({ problem, reuse }) => problem.en === null && reuse.id === null)).toBe(true)
})

test.each([
	[{ q: 'posyandu' }, 2],
	[{ q: 'SATU data banggai' }, 1],
	[{ theme: 'OPEN_DATA' }, 2],
	[{ member: 'brebes' }, 2],
	[{ usedBy: 'Kota Peraga (peragaan)' }, 1],
	[{ q: 'no such word' }, 0],
	[{}, 11],
])('the library narrowed by %j has %i practices', async (filter, count) => {
	const page = libraryPage(await listPractices(database), filter, 'id')
	expect([page.count, page.shown.length, page.of]).toEqual([count, count, 11])
})

test('the 20 local members of the slides of 2020 stand as members since the year they joined, and no others', async () => {
	const acts = await database.db.memberAct.findMany({
		where: { kind: 'membership.published', memberId: { not: 'kabupaten-contoh' } },
	})
	const stored = acts.map(({ memberId, onDay, said }) => [
		memberId,
		onDay,
		(said as { sinceOn: string }).sinceOn,
	])
	const listed = readSeedData().localMembers.map(({ member, joined_year }) => [
		localMemberId(member),
		`${String(joined_year)}-01-01`,
		String(joined_year),
	])
	expect(stored).toHaveLength(20)
	expect(stored.sort()).toEqual(listed.sort())
})

test('OG Week 2021 is one contribution of Indonesia, and only exact totals are figures', async () => {
	const { of } = await findRegisters(database, 'indonesia')
	expect(
		of['contribution.published'].map(({ said }) => [said.events, said.participants, said.heldOn]),
	).toEqual([[16, undefined, '2021-05']])
	expect(of['contribution.published'][0]?.said.summaryEn).toMatch(
		/more than 1,000 participants, 17 .* 5 OGP Local members, 6 .* 22 women/,
	)
})

test('the demonstration has a small, whole set; its closed meeting has its ground and its results', async () => {
	const { of, unreadable } = await findRegisters(database, 'kabupaten-contoh')
	const counts = Object.fromEntries(Object.entries(of).map(([kind, acts]) => [kind, acts.length]))
	expect(unreadable).toEqual([])
	expect(counts).toMatchObject({
		'endorsement.published': 1,
		'administration.published': 1,
		'membership.published': 1,
		'declaration-items.published': 1,
		'register.declared': 4,
		'forum.published': 1,
		'meeting.published': 3,
		'outreach.published': 1,
		'timeline.published': 1,
		'website.checked': 1,
		'plan-endorsement.published': 1,
		'document.published': 2,
		'stakeholder.published': 7,
		'consultation.published': 1,
		'good-practice.published': 1,
		'contribution.published': 1,
	})
	const closed = of['meeting.published'].filter(({ said }) => said.access === 'CLOSED_ART17')
	expect(closed.map(({ said }) => [said.ground, Boolean(said.resultsId)])).toEqual([['17H', true]])
})

test('no act names the file it was copied from, and what is stored is what its leaf seals', async () => {
	const acts = await database.db.memberAct.findMany()
	expect(acts).toHaveLength(31 + 36)
	expect(acts.filter(({ source }) => source !== null && /seed \d|\.txt/.test(source))).toEqual([])
	const ctx = { db: database.db, now, withdrawals: withdrawalList([], () => {}) }
	for (const { recordId } of acts) {
		const { matchesEntry } = await findRecord(ctx, recordId)
		expect([recordId, matchesEntry]).toEqual([recordId, true])
	}
}, 60_000)
