import { describe, expect, test } from 'vitest'
import type { Check } from '#app/domain/integrity/queries.server.ts'
import { aboutLog } from '#app/domain/integrity/rules.ts'
import type { Finding } from '#app/domain/integrity/rules.ts'
import { integrityOver } from '#app/integrity.server.ts'
import { openLog } from '#app/log.server.ts'

const about = (recordId: string) => aboutLog('content_differs', { recordId, version: 1 })

function aCheck(...findings: readonly Finding[]): Check {
	return { findings, entries: 1, files: 0, orphans: [], signed: 1 }
}

/** What checks find, one after the other; each when it is told to end. */
function watch(...checks: readonly (Check | Error)[]) {
	const ends: (() => void)[] = []
	let next = 0
	const integrity = integrityOver(async () => {
		const check = checks[next]
		next += 1
		await new Promise<void>((resolve) => ends.push(resolve))
		if (!check || check instanceof Error) throw check ?? new Error('no further check')
		return check
	}, openLog('silent'))
	return {
		integrity,
		run: async (meanwhile = () => {}) => {
			const checked = integrity.check()
			await new Promise((resume) => setImmediate(resume))
			meanwhile()
			ends.shift()?.()
			return checked
		},
	}
}

describe('what is known of differences', () => {
	test('is what the last whole check found', async () => {
		const { integrity, run } = watch(aCheck(about('a')), aCheck(about('b')), aCheck())
		expect(integrity.findings()).toEqual([])
		for (const known of [['a'], ['b'], []]) {
			await run()
			expect(integrity.findings().map(({ recordId }) => recordId)).toEqual(known)
		}
	})

	test('is the same list as long as it says the same', async () => {
		const { integrity, run } = watch(aCheck(about('a')), aCheck(about('a')))
		await run()
		const known = integrity.findings()
		integrity.note('b', [])
		await run()
		expect(integrity.findings()).toBe(known)
	})

	test('takes note of a record that was looked at, and of one that was put right', () => {
		const { integrity } = watch()
		integrity.note('a', [about('a')])
		integrity.note('b', [about('b')])
		integrity.note('a', [])
		expect(integrity.findings()).toEqual([about('b')])
	})

	test('keeps what was seen while a check ran, which is younger than the check', async () => {
		const { integrity, run } = watch(aCheck(about('a'), about('b')))
		await run(() => {
			integrity.note('a', [])
			integrity.note('c', [about('c')])
		})
		expect(integrity.findings()).toEqual([about('b'), about('c')])
	})

	test('leaves out what an operator held against the log', async () => {
		const { integrity, run } = watch(aCheck(aboutLog('witness_differs', { size: 3 })))
		expect((await run()).findings).toHaveLength(1)
		expect(integrity.findings()).toEqual([])
	})

	test('is in doubt from a check that could not be done until one that could', async () => {
		const { integrity, run } = watch(new Error('a table is gone'), aCheck())
		await expect(run()).rejects.toThrow('a table is gone')
		expect(integrity.isUnchecked()).toBe(true)
		await run()
		expect(integrity.isUnchecked()).toBe(false)
	})
})
