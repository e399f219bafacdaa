import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { SITE, ensureBuilt } from '#app/build.server.ts'
import { freePort } from '#tests/support/free-port.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const running = new Set<ChildProcess>()
let folder: string

type Started = { child: ChildProcess; said: string[]; address: string | null }

beforeAll(async () => {
	await ensureBuilt(() => {})
	folder = mkdtempSync(join(tmpdir(), 'renaksi-server-'))
}, 180_000)

afterEach(async () => {
	for (const child of running) {
		const ended = once(child, 'close')
		child.kill('SIGKILL')
		await ended
	}
	running.clear()
})

afterAll(() => {
	rmSync(folder, { recursive: true, force: true })
})

/** Starts the server as `npm start` does, and waits for its address or its end. */
async function start(variables: Record<string, string> = {}): Promise<Started> {
	const port = await freePort()
	const child = spawn(process.execPath, [SITE], {
		cwd: root,
		env: {
			...process.env,
			NODE_ENV: 'production',
			DATA_DIR: folder,
			PORT: String(port),
			BASE_URL: '',
			DATABASE_URL: '',
			LOG_LEVEL: 'warn',
			...variables,
		},
	})
	running.add(child)
	const said: string[] = []
	const ended = once(child, 'close').then(() => null)
	createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
	const address = new Promise<string>((resolve) => {
		createInterface({ input: child.stdout }).on('line', (line) => {
			said.push(line)
			if (line.startsWith('Renaksi: ')) resolve(line.slice('Renaksi: '.length))
		})
	})
	const reached = await Promise.race([address, ended])
	if (reached === null) running.delete(child)
	return { child, said, address: reached }
}

/** A server that must start; where it does not, what it said is what the test says. */
async function startWell(): Promise<Started & { address: string }> {
	const site = await start()
	if (site.address === null) throw new Error(site.said.join('\n'))
	return { ...site, address: site.address }
}

async function stop({ child }: Started, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
	const ended = once(child, 'close')
	child.kill(signal)
	await ended
	running.delete(child)
	return child.exitCode
}

const locks = () => readdirSync(folder).filter((name) => name.endsWith('.lock'))

/** A start takes seconds, and several starts in one test more than that on a busy machine. */
const STARTS_MS = 120_000

describe('a server', { timeout: STARTS_MS }, () => {
	test('makes its folder at the first start, says where it is, and signs people of the demonstration in', async () => {
		const site = await startWell()
		expect(site.address).toMatch(/^http:\/\/localhost:\d+$/)
		expect((await fetch(`${site.address}/en`)).status).toBe(200)
		expect(statSync(join(folder, 'keys', 'auth.secret')).mode & 0o777).toBe(0o600)
		expect(statSync(join(folder, 'keys', 'ledger.key')).mode & 0o777).toBe(0o600)
		const link = site.said.join('\n').match(/IMPLEMENTER .*?(http\S+)/)?.[1] ?? ''
		const token = new URL(link).searchParams.get('token') ?? ''
		const opened = await fetch(link)
		expect(await opened.text()).toContain(token)
		const body = new URLSearchParams({ token })
		const signedIn = await fetch(`${site.address}/id/sign-in/link`, {
			method: 'POST',
			body,
			redirect: 'manual',
		})
		expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/id/tasks'])
		expect(signedIn.headers.getSetCookie()[0]).toMatch(/^ogp\.session_token=/)
		const again = await fetch(`${site.address}/id/sign-in/link`, {
			method: 'POST',
			body,
			redirect: 'manual',
		})
		expect(again.status).toBe(422)
		expect(await stop(site)).toBe(0)
		expect(locks()).toEqual([])
	})

	test('answers all that it had begun to answer when it is told to end', async () => {
		const site = await startWell()
		await fetch(`${site.address}/en`)
		const pages = Array.from({ length: 30 }, (_unused, at) => fetch(`${site.address}/en/members?after=${at}`))
		await Promise.race(pages)
		const ended = stop(site)
		const answers = await Promise.allSettled(pages)
		const lost = answers.filter((answer) => answer.status === 'rejected' || answer.value.status >= 500)
		expect(lost).toEqual([])
		expect(await ended).toBe(0)
	})

	test('refuses a folder that another server uses, within three seconds, and goes on after that one was killed', async () => {
		const first = await startWell()
		const took: number[] = []
		for (let tried = 0; tried < 3; tried += 1) {
			const startedAt = performance.now()
			const second = await start()
			took.push(performance.now() - startedAt)
			expect([second.address, second.child.exitCode]).toEqual([null, 1])
			expect(second.said.join('\n')).toMatch(/in use by another server[\s\S]*sedang dipakai server lain/)
		}
		// Other tests run on the same machine: the quickest shows how long it takes by itself.
		expect(Math.min(...took)).toBeLessThan(3_000)
		expect((await fetch(`${first.address}/readyz`)).status).toBe(200)
		await stop(first, 'SIGKILL')
		const third = await startWell()
		expect((await fetch(`${third.address}/en`)).status).toBe(200)
		await stop(third)
	})
})

describe('a server does not start', { timeout: STARTS_MS }, () => {
	test.each([
		['with a port that is none', { PORT: 'eighty' }, /PORT: /],
		['for others without encryption', { BASE_URL: 'http://record.example' }, /BASE_URL: .*https/],
	])('%s, and says why', async (_what, variables, why) => {
		const { address, child, said } = await start(variables)
		expect([address, child.exitCode]).toEqual([null, 1])
		expect(said.join('\n')).toMatch(why)
		expect(said.join('\n')).not.toMatch(/\bat .*\.ts:\d+/)
		expect(locks()).toEqual([])
	})

	test('with a key that others can read', async () => {
		const key = join(folder, 'keys', 'ledger.key')
		chmodSync(key, 0o644)
		const { address, child, said } = await start()
		chmodSync(key, 0o600)
		expect([address, child.exitCode]).toEqual([null, 1])
		expect(said.join('\n')).toMatch(/ledger\.key can be read by others[\s\S]*dapat dibaca pihak lain/)
	})

	test('and a first start that was broken off begins anew', async () => {
		rmSync(join(folder, 'database', 'PG_VERSION'), { force: true })
		const unfinished = join(folder, 'database.unfinished')
		writeFileSync(unfinished, '')
		const site = await startWell()
		expect((await fetch(`${site.address}/en/plans`)).status).toBe(200)
		expect(existsSync(unfinished)).toBe(false)
		await stop(site)
	})
})
