import { describe, expect, test } from 'vitest'
import { Refusal } from '#app/domain/refusal.ts'
import { refusalIn, storageFaultIn } from '#app/http/storage-fault.ts'

/** As the database's client hands on what the engine said. */
const fromDatabase = (code: string) =>
	Object.assign(new Error('Invalid invocation'), {
		code: 'P2039',
		meta: { driverAdapterError: { cause: { originalCode: code, kind: 'postgres' } } },
	})
const fromSystem = (code: string) => Object.assign(new Error(`${code}: write`), { code, syscall: 'write' })

describe('an error of the disk', () => {
	test.each([
		['a file that finds no room', fromSystem('ENOSPC'), 'storage_full'],
		['a quota of the system that is used up', fromSystem('EDQUOT'), 'storage_full'],
		['a file on a broken disk', fromSystem('EIO'), 'storage_failing'],
		['a disk that may only be read', fromSystem('EROFS'), 'storage_failing'],
		['a table that finds no room', fromDatabase('53100'), 'storage_full'],
		['a table on a broken disk', fromDatabase('58030'), 'storage_failing'],
		['one that lies in another', new Error('not stored', { cause: fromSystem('ENOSPC') }), 'storage_full'],
	])('is told: %s', (_what, error, told) => {
		expect([storageFaultIn(error), refusalIn(error)]).toEqual([told, told])
	})

	test.each([
		['a defect', new TypeError('no such member')],
		['a file that is not there', fromSystem('ENOENT')],
		['a row that is there already', fromDatabase('23505')],
		['a refusal', new Refusal('not_found')],
		['nothing at all', null],
		['a text', 'ENOSPC'],
	])('is not taken for one: %s', (_what, thrown) => {
		expect(storageFaultIn(thrown)).toBeNull()
	})
})

test('an error that holds itself is looked through to an end', () => {
	const circle: { cause?: unknown } = new Error('around')
	circle.cause = circle
	expect(refusalIn(circle)).toBeNull()
})

test('a refusal of the domain keeps its reason', () => {
	expect(refusalIn(new Refusal('withdrawn'))).toBe('withdrawn')
})
