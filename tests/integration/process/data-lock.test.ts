import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockDataFolder } from '#app/data-lock.server.ts'

let folder: string
let running: ChildProcess[]

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'renaksi-lock-'))
	running = []
})

afterEach(() => {
	for (const child of running) child.kill('SIGKILL')
	rmSync(folder, { recursive: true, force: true })
})

type Outcome = { taken: boolean; child: ChildProcess; said: string }

/** Starts a process that takes the folder, and waits until it has it or has ended. */
async function holder(): Promise<Outcome> {
	const child = spawn(process.execPath, [
		'--import',
		'tsx',
		join(import.meta.dirname, 'hold-folder.ts'),
		folder,
	])
	running.push(child)
	let said = ''
	child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
	const taken = once(child.stdout, 'data').then(() => true)
	const ended = once(child, 'close').then(() => false)
	return { taken: await Promise.race([taken, ended]), child, said }
}

const claims = () => readdirSync(folder).filter((name) => name.endsWith('.lock'))

describe('a data folder is one server’s', () => {
	test('a second one is refused within three seconds, in both languages, and the first is unharmed', async () => {
		const first = await holder()
		const startedAt = performance.now()
		const second = await holder()
		expect(performance.now() - startedAt).toBeLessThan(3_000)
		expect([second.taken, second.child.exitCode]).toEqual([false, 1])
		expect(second.said).toContain(`is in use by another server (process ${String(first.child.pid)})`)
		expect(second.said).toContain('sedang dipakai server lain')
		expect([first.taken, first.child.exitCode, claims().length]).toEqual([true, null, 1])
	})

	test('one that was killed is followed by the next', async () => {
		for (let round = 0; round < 3; round += 1) {
			const killed = await holder()
			expect(killed.taken).toBe(true)
			killed.child.kill('SIGKILL')
			await once(killed.child, 'close')
		}
		lockDataFolder(folder).release()
		expect(claims()).toEqual([])
	})

	test('one that ends in order leaves nothing behind', async () => {
		const { child } = await holder()
		child.kill('SIGTERM')
		await once(child, 'close')
		expect(claims()).toEqual([])
	})

	test('of five that start at once on the claim of a dead one, one goes on', async () => {
		const dead = await holder()
		dead.child.kill('SIGKILL')
		await once(dead.child, 'close')
		const outcomes = await Promise.all(Array.from({ length: 5 }, holder))
		expect(outcomes.filter((outcome) => outcome.taken)).toHaveLength(1)
		expect(claims()).toHaveLength(1)
	})
})

describe('a claim whose process', () => {
	/** A claim as this living process would lay it down, with something changed. */
	function layDown(change: object | string): void {
		const lock = lockDataFolder(folder)
		const [name = ''] = claims()
		const claim = JSON.parse(readFileSync(join(folder, name), 'utf8')) as object
		lock.release()
		const text = typeof change === 'string' ? change : JSON.stringify({ ...claim, ...change })
		writeFileSync(join(folder, 'server-0123456789abcdef.lock'), text)
	}

	test.each([
		['ran before the machine was started anew', { bootId: 'another' }],
		['is gone, and its number was given to another', { startedAt: '1' }],
		['is gone', { pid: 4_194_304 }],
		['never finished writing it', '{"pid":'],
		['wrote nothing', ''],
	])('%s is cleared away', (_what, change) => {
		layDown(change)
		const lock = lockDataFolder(folder)
		expect(claims()).toHaveLength(1)
		lock.release()
	})

	test.each([
		['lives', {}],
		[
			'lives in another container on this machine, where its number means nothing here',
			{ pidNamespace: 'pid:[1]', pid: 1 },
		],
	])('%s is never taken', (_what, change) => {
		layDown(change)
		expect(() => lockDataFolder(folder)).toThrow(/in use/)
		expect(claims()).toEqual(['server-0123456789abcdef.lock'])
	})
})
