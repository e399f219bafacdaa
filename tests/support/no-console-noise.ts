import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { MockInstance } from 'vitest'

let noise: MockInstance[] = []

beforeEach(() => {
	noise = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
})

afterEach(() => {
	const said = noise.flatMap((spy) => spy.mock.calls)
	for (const spy of noise) spy.mockRestore()
	expect(said, 'nothing is written to the console').toEqual([])
})
