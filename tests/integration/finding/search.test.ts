import { afterAll, beforeAll, expect, test } from 'vitest'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import type { Context } from '#app/domain/context.ts'
import { search } from '#app/domain/search/queries.server.ts'
import { EVERYWHERE } from '#app/domain/commitment-list/rules.ts'
import { FOUND_AT_ONCE, FOUND_KINDS, partsOf } from '#app/domain/search/rules.ts'
import type { FoundKind } from '#app/domain/search/rules.ts'
import type { SearchAsked } from '#app/domain/search/schema.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { seed } from '#prisma/seed.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const NOW = new Date('2026-11-22T03:00:00Z')

let database: Database
let ctx: Context
beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now: NOW })
	const withdrawals = withdrawalList([], () => {})
	ctx = { db: database.db, actor: PUBLIC_ACTOR, now: NOW, requestId: 'test', withdrawals }
}, 120_000)
afterAll(() => database.close())

/** What of each kind has the words, recounted by the database text by text, without any index of ours. */
async function recounted(words: string): Promise<Readonly<Record<FoundKind, number>>> {
	const everywhere = `\\m(${[...EVERYWHERE].join('|')})\\M`
	const has = (
		en: readonly string[],
		id: readonly string[],
	) => `(to_tsvector('english', concat_ws(' ', ${en.join()}))
		|| to_tsvector('indonesian', regexp_replace(concat_ws(' ', ${id.join()}), '${everywhere}', ' ', 'gi')))
		@@ (plainto_tsquery('english', $1) || plainto_tsquery('indonesian', $1))`
	const newest = (table: string, key: string) =>
		`(SELECT DISTINCT ON ("${key}") * FROM "${table}" ORDER BY "${key}", "version" DESC) v`
	const both = (...names: readonly string[]) =>
		[names.map((name) => `"${name}En"`), names.map((name) => `"${name}Id"`)] as const
	const [texts, inId] = both('title', 'description', 'problem', 'baseline', 'contribution', 'additional')
	const [saidEn, saidId] = both(
		...['title', 'problem', 'done', 'results', 'reuse'],
		...['agenda', 'minutes', 'question', 'summary', 'note'],
	)
	const said = (names: readonly string[]) => names.map((name) => `"said"->>'${name.slice(1, -1)}'`)
	const acts = (kinds: string) =>
		`SELECT 1 FROM ${newest('MemberAct', 'recordId')} WHERE NOT "isRetracted" AND "kind" ${kinds} AND ${has(said(saidEn), said(saidId))}`
	const institutions = ['"leadInstitution"', '"supportingInstitutions"']
	const statements: Record<FoundKind, string> = {
		COMMITMENT: `SELECT 1 FROM ${newest('CommitmentVersion', 'commitmentId')}
			WHERE ${has([...texts, '"theme"', '"otherLanguages"', ...institutions], [...inId, '"theme"', ...institutions])}`,
		MILESTONE: `SELECT 1 FROM ${newest('MilestoneVersion', 'milestoneId')}
			WHERE ${has(['"titleEn"', '"deliverableEn"', '"responsible"', '"otherLanguages"'], ['"titleId"', '"deliverableId"', '"responsible"'])}`,
		CLAIM: `SELECT 1 FROM ${newest('ProgressUpdate', 'recordId')}
			WHERE ${has(['"doneEn"', '"nextStepEn"', '"challengeText"'], ['"doneId"', '"nextStepId"', '"challengeText"'])}`,
		FINDING: `SELECT 1 FROM ${newest('Verification', 'recordId')} WHERE ${has(...both('rationale', 'confidenceNeeds'))}`,
		REPLY: `SELECT 1 FROM ${newest('Reply', 'recordId')} WHERE ${has(...both('text'))}`,
		PRACTICE: acts(`= 'good-practice.published'`),
		DOCUMENT: acts(
			`IN ('document.published', 'meeting.published', 'outreach.published', 'consultation.published', 'contribution.published')`,
		),
		MEMBER: `SELECT 1 FROM "Member" WHERE ${has(...both('name'))}`,
		ORGANIZATION: `SELECT 1 FROM "Organization" WHERE ${has(...both('name'))}`,
	}
	const counted = await Promise.all(
		FOUND_KINDS.map(async (kind) => {
			const [row] = await database.sql<{ n: number }>(
				`SELECT count(*)::int AS "n" FROM (${statements[kind]}) t`,
				[words],
			)
			return [kind, row?.n ?? 0] as const
		}),
	)
	return Object.fromEntries(counted) as Record<FoundKind, number>
}

async function found(asked: SearchAsked) {
	const result = await search(ctx, asked)
	return {
		similar: result?.similar ?? null,
		shown: (result?.kinds ?? []).flatMap((kind) => kind.shown),
		counts: Object.fromEntries((result?.kinds ?? []).map(({ kind, count }) => [kind, count])),
	}
}

test('what a search counts is what is published, word for word and kind by kind', async () => {
	const seen = new Set<string>()
	const words = [
		'pengadaan',
		'procurement',
		'keterbukaan',
		'laporan',
		'Semarang',
		'data',
		'open data',
		'publik',
	]
	for (const q of [...words, 'forum', 'meeting', 'pertemuan', 'badan', 'citizens', 'kota', 'the regency']) {
		const { counts } = await found({ q })
		expect(counts, q).toEqual(await recounted(q))
		for (const [kind, count] of Object.entries(counts)) if (count > 0) seen.add(kind)
	}
	expect([...seen].sort()).toEqual([...FOUND_KINDS].sort())
})

test.each([
	['pelayanan', 'layanan'],
	['laporan', 'melaporkan'],
	['procurements', 'procurement'],
])('another form of a word finds the same: %s and %s', async (one, other) => {
	const counts = (await found({ q: one })).counts
	expect(Object.values(counts).some((count) => count > 0)).toBe(true)
	expect(counts.COMMITMENT).toBe((await found({ q: other })).counts.COMMITMENT)
})

test('what matches is marked, in the language of the text', async () => {
	const { shown } = await found({ q: 'procurement', kind: 'COMMITMENT' })
	expect(shown.length).toBeGreaterThan(0)
	for (const { title, snippet } of shown) {
		const texts = [title.en, title.id, snippet.en, snippet.id].flatMap((text) => text ?? [])
		const matches = texts.flatMap(partsOf).filter(({ isMatch }) => isMatch)
		expect(matches.length).toBeGreaterThan(0)
		for (const { text } of matches) expect(text).toMatch(/procur/i)
	}
})

test('a kind alone is shown in pages, each thing once', async () => {
	const { counts } = await found({ q: 'data' })
	const count = counts.COMMITMENT ?? 0
	expect(count).toBeGreaterThan(FOUND_AT_ONCE.ofOne)
	const seen: string[] = []
	for (let page = 1; page <= Math.ceil(count / FOUND_AT_ONCE.ofOne); page += 1)
		seen.push(...(await found({ q: 'data', kind: 'COMMITMENT', page })).shown.map(({ id }) => id))
	expect(new Set(seen).size).toBe(count)
	expect((await found({ q: 'data', kind: 'COMMITMENT', page: 9_000 })).shown).toEqual([])
})

test('a word with letters swapped finds the similar one where the server has trigrams, and else nothing', async () => {
	const [able] = await database.sql("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
	const { similar, shown } = await found({ q: 'keterbuakan' })
	expect(similar).toBe(able ? 'keterbukaan' : null)
	expect(shown.length > 0).toBe(able !== undefined)
	expect(await found({ q: 'xyzzyqwerty' })).toMatchObject({ similar: null, shown: [] })
})

test.each([
	['', true],
	['   ', true],
	["&|!:*'()<->", true],
	['\'; DROP TABLE "Commitment"; --', false],
	['\u0000\u0000', true],
	['data\u0000', false],
	['\u202Eatad', false],
	['data:* & !open | (x', false],
	['a'.repeat(200), false],
])('%j is words or nothing, and never an instruction', async (q, isEmpty) => {
	expect((await search(ctx, { q })) === null).toBe(isEmpty)
})

test('the words are found by their index', async () => {
	await database.exec('SET enable_seqscan = off')
	const plan = await database.sql<{ 'QUERY PLAN': string }>(
		`EXPLAIN SELECT 1 FROM "Verification" v WHERE "searchable"(ARRAY[v."rationaleEn", v."confidenceNeedsEn"],
			ARRAY[v."rationaleId", v."confidenceNeedsId"]) @@ plainto_tsquery('pg_catalog.english', 'data')`,
	)
	await database.exec('RESET enable_seqscan')
	expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('Verification_words')
})
