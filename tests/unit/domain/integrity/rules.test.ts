import { describe, expect, test } from 'vitest'
import {
	FAULTS,
	STANDINGS,
	aboutLog,
	differingRecords,
	integrityNotice,
	partsBeside,
	standingFrom,
} from '#app/domain/integrity/rules.ts'
import { merkleTree } from '#app/ledger/merkle.ts'
import { leafHash } from '#app/ledger/leaf.ts'

describe('the standing of a record', () => {
	test.each([
		['nothing was found', [], 'as_sealed'],
		['its text is another one', ['content_differs'], 'differs'],
		['a file is another one', ['file_differs'], 'file_differs'],
		['both', ['file_differs', 'content_differs'], 'differs'],
		['its rows are gone, and a file with them', ['file_missing', 'rows_missing'], 'missing'],
		['its entry is gone', ['entry_missing'], 'not_logged'],
		['only the log as a whole differs', ['log_stopped'], 'as_sealed'],
	] as const)('when %s', (_when, faults, standing) => {
		expect(standingFrom(faults.map((fault) => aboutLog(fault)))).toBe(standing)
	})

	test('of a withdrawn record is that, unless something is wrong with what is left of it', () => {
		expect(standingFrom([], 'withdrawn')).toBe('withdrawn')
		expect(standingFrom([aboutLog('content_differs')], 'removed')).toBe('differs')
	})

	test.each(FAULTS)('is one that pages know, also for %s', (fault) => {
		expect(STANDINGS).toContain(standingFrom([aboutLog(fault)]))
	})
})

test('a record counts once, however much is wrong with it; the log as a whole is no record', () => {
	const findings = [
		aboutLog('content_differs', { recordId: 'a', version: 1 }),
		aboutLog('file_missing', { recordId: 'a', version: 2 }),
		aboutLog('rows_missing', { recordId: 'b' }),
		aboutLog('root_differs', { size: 4 }),
	]
	expect(differingRecords(findings)).toBe(2)
	expect(integrityNotice(findings)).toEqual({ records: 2 })
	expect(integrityNotice([aboutLog('root_differs', { size: 4 })])).toEqual({ records: 0 })
	expect(integrityNotice([])).toBeNull()
})

test('the parts beside an entry are those whose hashes prove it, and leave out nothing else', () => {
	const leaves = Array.from({ length: 23 }, (_leaf, at) => leafHash(Uint8Array.of(at)))
	const rootOf = (from: number, to: number) => {
		const tree = merkleTree()
		for (const leaf of leaves.slice(from, to)) tree.append(leaf)
		return tree.rootAt(to - from)
	}
	for (let size = 1; size <= leaves.length; size += 1) {
		const tree = merkleTree()
		for (const leaf of leaves.slice(0, size)) tree.append(leaf)
		for (let index = 0; index < size; index += 1) {
			const parts = partsBeside(index, size)
			expect(parts.map(({ from, to }) => rootOf(from, to))).toEqual(tree.inclusion(index, size))
			expect(parts.reduce((sum, { from, to }) => sum + to - from, 1)).toBe(size)
		}
	}
})
