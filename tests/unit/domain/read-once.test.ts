import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { readOnce } from '#app/domain/read-once.ts'

const Said = z.object({ title: z.string().trim() })

test('what says the same is read once, and what says something else is read anew', () => {
	const read = vi.fn((stored: unknown) => Said.parse(stored))
	const once = readOnce(read)
	expect([once({ title: ' a ' }), once({ title: ' a ' }), once({ title: 'b' })]).toEqual([
		{ title: 'a' },
		{ title: 'a' },
		{ title: 'b' },
	])
	expect(read).toHaveBeenCalledTimes(2)
})

test('what cannot be read breaks every time', () => {
	const once = readOnce((stored) => Said.parse(stored))
	expect(() => once({ title: 1 })).toThrow(z.ZodError)
	expect(() => once({ title: 1 })).toThrow(z.ZodError)
})

test('no more than so many are kept, the oldest going first', () => {
	const read = vi.fn((stored: unknown) => stored)
	const once = readOnce(read)
	for (let number = 0; number <= 5_000; number += 1) once(number)
	once(5_000)
	expect(read).toHaveBeenCalledTimes(5_001)
	once(0)
	expect(read).toHaveBeenCalledTimes(5_002)
})
