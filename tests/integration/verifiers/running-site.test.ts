import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { policyOf } from '#app/http/verifier-policy.server.ts'
import { checkAll, page as published, pageVerifier } from './page-verifier.ts'
import { pythonVerifier } from './python-verifier.ts'

const Seeded = z.object({
	baseUrl: z.url(),
	accounts: z.record(z.string(), z.array(z.string())),
	objects: z.record(z.string(), z.array(z.object({ id: z.string() }))),
})

const page = pageVerifier()
const python = pythonVerifier()
let server: ChildProcess
let site: z.infer<typeof Seeded>
let key: string

beforeAll(async () => {
	const child = spawn(process.execPath, ['--import', 'tsx', 'tests/seed.ts', '--json'], {
		cwd: join(import.meta.dirname, '../../..'),
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, PORT: '', DATABASE_URL: '' },
	})
	server = child
	const [line] = (await Promise.race([
		once(createInterface({ input: child.stdout }), 'line'),
		once(child, 'exit').then(() => Promise.reject(new Error('the site did not start'))),
	])) as [string]
	site = Seeded.parse(JSON.parse(line))
	key = await text('/log/key')
}, 240_000)

afterAll(async () => {
	python.close()
	const ended = once(server, 'exit')
	server.kill('SIGTERM')
	await ended
})

async function get(path: string): Promise<Response> {
	const answer = await fetch(`${site.baseUrl}${path}`)
	expect(answer.status, path).toBe(200)
	return answer
}

const text = async (path: string) => (await get(path)).text()
const bytes = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer())

test('the site serves the page with a policy that lets its script and style in', async () => {
	const answer = await get('/verify.html')
	expect(answer.headers.get('content-security-policy')).toBe(policyOf(published))
	expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
	expect(await answer.text()).toBe(published)
})

test('receipts and records of the site are in order for both', async () => {
	const ids = [...new Set((site.objects.record ?? []).map(({ id }) => id))]
	expect(ids.length).toBeGreaterThan(10)
	for (const id of ids) {
		const files = { receipt: await text(`/log/receipt/${id}`), record: await text(`/records/${id}.json`) }
		expect((await checkAll(page, { key, ...files })).verdict, id).toBe('ok')
		const said = await python.ask(
			{ check: 'receipt', FILE: 'receipt', record: 'record', key: key.trim() },
			files,
		)
		expect(said, id).toMatch(/^In order: /)
	}
}, 120_000)

test('the whole log of the site adds up to what it signed', async () => {
	const { status, said } = await python.run(['log', `${site.baseUrl}/log`, '--key', 'key'], { key })
	expect([status, said]).toEqual([0, expect.stringMatching(/^In order: all entries of \d+ records add up/)])
}, 120_000)

test('a report compiled now is proven byte for byte, and the log only grew meanwhile', async () => {
	const old = await text('/log/checkpoint')
	const recordId = await compileReport()
	const now = await text('/log/checkpoint')
	const record = await text(`/records/${recordId}.json`)
	const receipt = await text(`/log/receipt/${recordId}`)
	for (const language of ['en', 'id']) {
		const pdf = await bytes(`/files/reports/${recordId}.${language}.pdf`)
		const { verdict, findings } = await checkAll(page, { key, pdf, record, receipt })
		expect(verdict).toBe('ok')
		const codes = findings.map(({ code }) => code)
		expect(codes).toEqual(expect.arrayContaining(['report.ok', 'report.snapshot']))
		expect(codes).not.toContain('report.empty')
		const given = { check: 'report', PDF: 'pdf', record: 'record', receipt: 'receipt', key: key.trim() }
		expect(await python.ask(given, { pdf, record, receipt })).toMatch(/^In order: the PDF is, byte for byte/)
	}

	const [from, to] = [old, now].map((note) => note.split('\n')[1])
	const lines = await text(`/log/consistency?from=${from ?? ''}&to=${to ?? ''}`)
	const { verdict, findings } = await checkAll(page, { key, old, now, lines })
	expect([verdict, findings.some(({ code }) => code === 'growth.ok')]).toEqual(['ok', true])
	const url = `${site.baseUrl}/log`
	const grown = await python.run(['consistency', 'old', 'now', '--url', url, '--key', key.trim()], {
		old,
		now,
	})
	expect(grown).toEqual({ status: 0, said: expect.stringContaining('only grew to') })
}, 120_000)

/** Compiles a report as the point of contact, and gives the number of its record. */
async function compileReport(): Promise<string> {
	const planId = site.objects.plan?.[0]?.id ?? ''
	const answer = await fetch(`${site.baseUrl}/en/poc/plans/${planId}/report`, {
		method: 'POST',
		redirect: 'manual',
		headers: { cookie: site.accounts.POC?.[0] ?? '', origin: site.baseUrl },
		body: new URLSearchParams(),
	})
	const job = answer.headers.get('location') ?? ''
	expect([answer.status, job]).toEqual([303, expect.stringMatching(/\/report-jobs\/[0-9a-f-]+$/)])
	const compiled = await vi.waitFor(
		async () => {
			const page = await fetch(`${site.baseUrl}${job}`, {
				redirect: 'manual',
				headers: { cookie: site.accounts.POC?.[0] ?? '' },
			})
			const address = page.headers.get('location') ?? ''
			expect(address).toMatch(/\/reports\/[0-9a-f]+$/)
			return address
		},
		{ timeout: 60_000, interval: 200 },
	)
	return compiled.split('/').at(-1) ?? ''
}
