import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256Of, snapshotId } from '#app/domain/report/rules.ts'
import { compileReport } from '#app/domain/report/commands.server.ts'
import { verifyReceipt } from '#app/ledger/receipt.ts'
import { heldAgainst } from '#app/ledger/held-checkpoint.ts'
import type { Verification } from '#prisma/generated/client.ts'
import { renderReport } from '#reports/plan-report/render.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { as } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { FILE, FILE_SHA256, PREVIEW_SHA256, SAID, publishDangerous } from './dangerous-finding.ts'
import { cookieOfPerson, press, publicAddresses, saidIn, wholeSite } from './whole-site.ts'

const NAME = { nameEn: 'Lantern of the Villages', nameId: 'Lentera Dusun' }

let site: SmallSite
let versions: readonly Verification[]
let reportId: string
let receipt: string
let checkpoint: string
let etag: string

const RECORD = 'f0000000-0000-4000-8000-000000000001'
const textOf = async (path: string) => (await site.ask(path)).body.toString('utf8')
const statusOf = async (path: string) => (await site.ask(path)).status

/** What would give the finding or its author away, by what it is. */
function needles(): Readonly<Record<string, string>> {
	const salts = versions.flatMap(({ salt, privateSalt }) => [salt, privateSalt ?? salt])
	return {
		...NAME,
		...SAID,
		organizationId: '"cso"',
		file: FILE_SHA256,
		preview: PREVIEW_SHA256,
		bytes: FILE.toString('utf8'),
		originalSeal: 'e'.repeat(64),
		reader: 'reader@example.org',
		...Object.fromEntries(
			salts.flatMap((salt, at) => [
				[`salt ${at}`, Buffer.from(salt).toString('base64')],
				[`salt ${at} in hex`, Buffer.from(salt).toString('hex')],
			]),
		),
	}
}

/** Needles that say who the organization is, and nothing of the finding. */
const WHO: readonly string[] = ['nameEn', 'nameId', 'organizationId']

/** Where each of the needles is found, among all public addresses. */
async function findings(): Promise<ReadonlyMap<string, readonly string[]>> {
	const found = new Map<string, string[]>()
	const accounts = await site.database.db.csoAccountChange.findMany({ select: { recordId: true } })
	// That an organization is here, and who acts for it, is public whatever it withdraws.
	const isOwn = (path: string) =>
		/\/organizations\/cso(\/changes(\.atom)?)?$/.test(path) ||
		accounts.some(({ recordId }) => path.includes(recordId))
	const ids = accounts.map(({ recordId }) => recordId)
	for (const path of await publicAddresses(site)) {
		const said = withoutAccounts(saidIn(await site.ask(path)), ids)
		for (const [what, needle] of Object.entries(needles()))
			if (said.includes(needle) && !(WHO.includes(what) && isOwn(path)))
				found.set(what, [...(found.get(what) ?? []), path])
	}
	return found
}

/** A text without what it says of changes in who acts for organizations: in data, in lists of changes, and in feeds. */
function withoutAccounts(said: string, ids: readonly string[]): string {
	if (ids.length === 0) return said
	const id = `(?:${ids.join('|')})`
	const listed = (tag: string) => new RegExp(`<${tag}>(?:(?!</${tag}>)[^])*?records/${id}[^]*?</${tag}>`, 'g')
	const inside = '(?:[^{}]|\\{(?:[^{}]|\\{[^{}]*\\})*\\})*'
	const change = new RegExp(`\\{"index":\\d+,"recordId":"${id}"${inside}\\}`, 'g')
	return said
		.replace(/\{[^{}]*"kind":"cso-account\.changed"[^{}]*\}/g, '')
		.replace(change, '')
		.replace(listed('li'), '')
		.replace(listed('entry'), '')
}

beforeAll(async () => {
	site = await wholeSite()
	const { database } = site
	// An organization stays who it is; the name that is looked for is given to the one of the test's world.
	await database.exec(
		`SET session_replication_role = replica; UPDATE "Organization" SET "nameEn" = '${NAME.nameEn}', "nameId" = '${NAME.nameId}' WHERE "id" = 'cso'; SET session_replication_role = origin`,
	)
	await publishClaim(database)
	versions = [await publishDangerous(database), await publishDangerous(database, { version: 2 })]
	const stored = join(site.files.incoming, 'photo')
	writeFileSync(stored, FILE)
	await site.files.put(stored, FILE_SHA256)
	const { text } = await site.publicLog.publish()
	reportId = (
		await compileReport(
			as(database, 'poc'),
			{ planId: 'plan' },
			{
				witness: { checkpoint: text, logKey: site.publicLog.vkey },
				drawn: async (model) => {
					const drawn = (locale: 'en' | 'id') =>
						renderReport({ model, snapshotId: snapshotId(model), locale }).then(sha256Of)
					return { en: await drawn('en'), id: await drawn('id') }
				},
			},
		)
	).recordId
	checkpoint = await textOf('/log/checkpoint')
	etag = String((await site.ask('/en/commitments/k1')).headers.etag)
	receipt = await textOf(`/log/receipt/${RECORD}?version=1`)
}, 300_000)
afterAll(() => site.close())

describe('before it is withdrawn', () => {
	test('a finding is on pages, in data, in reports and among the files', async () => {
		const found = await findings()
		const where = (what: string) => found.get(what)?.join('\n') ?? ''
		expect(where('rationaleEn')).toMatch(/^\/en\/commitments\/k1$/m)
		expect(where('rationaleId')).toMatch(/^\/files\/reports\/.*\.id\.pdf$/m)
		expect(where('rationaleEn')).toMatch(/^\/files\/plans\/plan\/progress-report\.en\.pdf$/m)
		expect(where('title')).toMatch(/^\/api\/v1\/plans\/plan$/m)
		expect(where('nameEn')).toMatch(/^\/en$/m)
		expect(where('bytes')).toBe(`/files/evidence/${FILE_SHA256}.jpg`)
		expect(where('salt 0')).toContain(`/records/${RECORD}.json?version=1`)
		// What is never public is not found before either.
		const never = ['protectedTitle', 'reader', 'salt 1', 'salt 0 in hex', 'salt 1 in hex']
		for (const what of never) expect(where(what), what).toBe('')
	}, 300_000)

	test('a compiled report is the very file that the log seals', async () => {
		const { body } = await site.ask(`/files/reports/${reportId}.en.pdf`)
		const row = await site.database.db.reportSnapshot.findFirstOrThrow()
		expect(sha256Of(body)).toBe(row.pdfSha256En)
	}, 60_000)
})

describe('from the moment it is withdrawn', () => {
	beforeAll(async () => {
		const answer = await press(
			site,
			`/en/withdrawals/${RECORD}/withdraw`,
			await cookieOfPerson(site, 'monitor'),
		)
		expect(answer.status).toBe(303)
		expect(answer.headers.location).toBe(`/en/withdrawals/${RECORD}`)
	}, 60_000)

	test('no public address gives a byte of it back', async () => {
		expect(Object.fromEntries(await findings())).toEqual({})
	}, 300_000)

	test('whoever kept a page or a file asks again, and is not told that it is still the same', async () => {
		const again = (path: string, known: string) => site.ask(path, { headers: { 'if-none-match': known } })
		expect(etag).toMatch(/^"/)
		expect((await again('/en/commitments/k1', etag)).status).toBe(200)
		expect((await again(`/files/evidence/${FILE_SHA256}.jpg`, `"${FILE_SHA256}"`)).status).toBe(404)
	})

	test('its record says that it was withdrawn, and its versions are gone for good', async () => {
		const newest = JSON.parse(await textOf(`/records/${RECORD}.json`)) as Record<string, unknown>
		expect(newest).toMatchObject({
			entry: { kind: 'verification.withdrawn', version: 3 },
			content: { kind: 'verification.withdrawn', commitmentId: 'k1', milestoneId: 'm1' },
		})
		for (const version of [1, 2]) {
			expect(await statusOf(`/records/${RECORD}.json?version=${version}`)).toBe(410)
			for (const lang of ['en', 'id'])
				expect(await statusOf(`/${lang}/records/${RECORD}?version=${version}`)).toBe(410)
		}
		expect(await statusOf(`/en/records/${RECORD}`)).toBe(200)
		expect(await statusOf(`/files/evidence/${FILE_SHA256}.jpg`)).toBe(404)
		expect(await statusOf(`/en/evidence/${RECORD}.1.0`)).toBeGreaterThanOrEqual(404)
	})

	test('old receipts and checkpoints still hold, and new receipts of its versions are given', async () => {
		const vkey = (await textOf('/log/key')).trim()
		expect(verifyReceipt(receipt, vkey)).toMatchObject({ index: expect.any(Number) as number })
		for (const version of [1, 2, 3])
			expect(verifyReceipt(await textOf(`/log/receipt/${RECORD}?version=${version}`), vkey)).toMatchObject({
				checkpoint: { size: site.publicLog.published().size },
			})
		expect(heldAgainst(site.publicLog, checkpoint).verdict).toBe('consistent')
	})

	test('the report that was compiled before says what is missing from it, in both languages', async () => {
		const row = await site.database.db.reportSnapshot.findFirstOrThrow()
		for (const [locale, sentence] of [
			['en', '1 finding was withdrawn by its author'],
			['id', '1 temuan ditarik oleh penulisnya'],
		] as const) {
			const answer = await site.ask(`/files/reports/${reportId}.${locale}.pdf`)
			const said = saidIn(answer)
			expect(said).toContain(sentence)
			expect(said).toContain(row.snapshotHash)
			expect([row.pdfSha256En, row.pdfSha256Id]).not.toContain(sha256Of(answer.body))
		}
	}, 60_000)

	test('the workspaces of everybody else do not show it either', async () => {
		const paths = ['/en/tasks', '/en/verify', '/en/poc', '/en/poc/plans/plan/report', '/en/withdrawals']
		for (const who of ['otherMonitor', 'poc', 'officer', 'lead'] as const) {
			const cookie = await cookieOfPerson(site, who)
			const own = [...paths, `/en/receipts/${RECORD}?version=1`, `/en/withdrawals/${RECORD}`]
			for (const path of own) {
				const said = saidIn(await site.ask(path, { headers: { cookie } }))
				for (const needle of Object.values(needles())) expect(said, `${who} ${path}`).not.toContain(needle)
			}
		}
	}, 60_000)
})

describe('after two people removed it', () => {
	test('all of that is still so, and the log is as long as before', async () => {
		const { size } = await site.publicLog.publish()
		for (const [who, verb] of [
			['monitor', 'request-removal'],
			['owner', 'confirm-removal'],
		] as const) {
			const cookie = await cookieOfPerson(site, who)
			expect((await press(site, `/en/withdrawals/${RECORD}/${verb}`, cookie)).status).toBe(303)
		}
		expect(Object.fromEntries(await findings())).toEqual({})
		expect((await site.publicLog.publish()).size).toBe(size)
		expect(await statusOf(`/records/${RECORD}.json?version=1`)).toBe(410)
		expect(verifyReceipt(receipt, (await textOf('/log/key')).trim())).toMatchObject({
			entry: expect.anything(),
		})
	}, 300_000)
})
