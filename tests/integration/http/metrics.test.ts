import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SmallSite } from './small-site.ts'
import { smallSite } from './small-site.ts'

const TOKEN = 'a-word-of-more-than-24-letters'
let site: SmallSite

beforeAll(async () => {
	site = await smallSite({ metricsToken: TOKEN })
})
afterAll(() => site.close())

function figures(authorization?: string) {
	return site.ask('/metrics', authorization === undefined ? {} : { headers: { authorization } })
}

test('whoever sends the word reads figures of requests, the log, integrity and the disk', async () => {
	await site.ask('/en/nowhere-at-all?email=somebody@example.org')
	await site.ask('/log/checkpoint')
	const { status, headers, body } = await figures(`Bearer ${TOKEN}`)
	expect(status).toBe(200)
	expect(headers['content-type']).toMatch(/^text\/plain;.* version=0\.0\.4/)
	expect(headers['cache-control']).toBe('no-store')
	const text = body.toString()
	for (const line of [
		/renaksi_http_request_seconds_count\{method="GET",kind="page",status="4xx"\} 1/,
		/renaksi_http_request_seconds_count\{method="GET",kind="log",status="[245]xx"\} 1/,
		/renaksi_log_size \d+/,
		/renaksi_log_failing 0/,
		/renaksi_records_differing 0/,
		/renaksi_disk_read_only 0/,
		/renaksi_disk_free_bytes [1-9]/,
		/renaksi_nodejs_eventloop_lag_seconds /,
	])
		expect(text).toMatch(line)
	expect(text).not.toContain('somebody')
	expect(text).not.toContain('nowhere')
})

test('nobody else does, and without a word there is no such page', async () => {
	for (const given of [undefined, '', 'Bearer', `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, TOKEN]) {
		const { status, headers, body } = await figures(given)
		expect([status, headers['www-authenticate'], body.toString()]).toEqual([401, 'Bearer', ''])
	}
	const without = await smallSite()
	try {
		expect((await without.ask('/metrics', { headers: { authorization: 'Bearer ' } })).status).toBe(404)
	} finally {
		await without.close()
	}
})
