import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askControl, openControl } from '#app/control.server.ts'
import type { Control } from '#app/control.server.ts'
import { openLog } from '#app/log.server.ts'

const log = openLog('silent')
let folder: string
let control: Control | null

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'renaksi-control-'))
	control = null
})
afterEach(async () => {
	await control?.close()
	rmSync(folder, { recursive: true, force: true })
})

const commands = {
	echo: (asked: unknown) => Promise.resolve(asked),
	fail: () => Promise.reject(new Error('the disk is full')),
}

test('a server answers what its own user asks, whatever else goes wrong', async () => {
	control = await openControl(folder, commands, log)
	const socket = join(folder, 'control.sock')
	expect(statSync(socket).mode & 0o777).toBe(0o600)
	const long = { command: 'echo', text: 'ä'.repeat(200_000) }
	expect(await askControl(folder, long)).toEqual({ ok: true, result: long })
	expect(await askControl(folder, { command: 'fail' })).toEqual({ ok: false, error: 'the disk is full' })
	expect(await askControl(folder, { command: 'toString' })).toEqual({ ok: false, error: 'unknown command' })
	const broken = createConnection(socket)
	await new Promise((resolve) => {
		broken.once('close', resolve)
		broken.write('{"command":\n')
	})
	expect(await askControl(folder, { command: 'echo' })).toMatchObject({ ok: true })
})

test('nobody answers where no server runs, and the next one takes the place of one that was killed', async () => {
	expect(await askControl(folder, { command: 'echo' })).toBeNull()
	writeFileSync(join(folder, 'control.sock'), '')
	expect(await askControl(folder, { command: 'echo' })).toBeNull()
	control = await openControl(folder, commands, log)
	expect(await askControl(folder, { command: 'echo' })).toMatchObject({ ok: true })
	await control.close()
	control = null
	expect(existsSync(join(folder, 'control.sock'))).toBe(false)
	expect(await askControl(folder, { command: 'echo' })).toBeNull()
})

test('a folder whose name is too long for a socket has its socket in a folder of its own, closed to others', async () => {
	const deep = join(folder, 'x'.repeat(60), 'y'.repeat(60))
	mkdirSync(deep, { recursive: true })
	const before = new Set(readdirSync(tmpdir()))
	control = await openControl(deep, commands, log)
	expect(await askControl(deep, { command: 'echo' })).toMatchObject({ ok: true })
	const made = readdirSync(tmpdir()).filter(
		(name) => /^renaksi-[0-9a-f]{16}$/.test(name) && !before.has(name),
	)
	expect(made.map((name) => statSync(join(tmpdir(), name)).mode & 0o777)).toEqual([0o700])
	for (const name of made) rmSync(join(tmpdir(), name), { recursive: true })
})
