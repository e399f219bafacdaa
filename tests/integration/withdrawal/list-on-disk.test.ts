import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WithdrawalMark } from '#app/domain/withdrawal/rules.ts'
import { openWithdrawals } from '#app/withdrawals.server.ts'

const FIRST: WithdrawalMark = { kind: 'withdrawn', recordId: 'first', version: 2, day: '2026-07-15' }
const SECOND: WithdrawalMark = { kind: 'removed', recordId: 'second', version: 3, day: '2026-07-16' }

let folder: string
let file: string
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'renaksi-withdrawals-'))
	file = join(folder, 'keys', 'withdrawals')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what was withdrawn before is hidden from the start', () => {
	const list = openWithdrawals(folder)
	expect(list.withdrawn().size).toBe(0)
	list.add(FIRST)
	list.add(SECOND)
	const opened = openWithdrawals(folder)
	expect([...opened.withdrawn().keys()]).toEqual(['first', 'second'])
	expect([...opened.removed()]).toEqual(['second'])
})

test('the list names nobody, and only its owner reads it', () => {
	openWithdrawals(folder).add(FIRST)
	expect(readFileSync(file, 'utf8')).toBe('withdrawn 2 2026-07-15 first\n')
	expect(statSync(file).mode & 0o077).toBe(0)
})

test('a line that a power cut tore was never promised, and the next one is whole', () => {
	openWithdrawals(folder).add(FIRST)
	appendFileSync(file, 'withdrawn 2 2026-07-1')
	const list = openWithdrawals(folder)
	expect([...list.withdrawn().keys()]).toEqual(['first'])
	list.add(SECOND)
	expect([...openWithdrawals(folder).withdrawn().keys()]).toEqual(['first', 'second'])
})

test('the site does not start on a list it cannot read: what it hides would be shown', () => {
	openWithdrawals(folder).add(FIRST)
	writeFileSync(file, `${readFileSync(file, 'utf8')}someone was here\nwithdrawn 2 2026-07-15 third\n`)
	expect(() => openWithdrawals(folder)).toThrow(/line 2[\s\S]*baris 2/)
})
