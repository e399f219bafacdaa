import { describe, expect, test } from 'vitest'
import { pageTurns } from '#app/http/page-turns.ts'
import { portions } from '#app/http/portions.ts'

const turnOfLoop = () => new Promise(setImmediate)

/** Work that ends when it is told to, and says in what order it was begun. */
function workshop(atOnce: number) {
	const turns = pageTurns({ atOnce, longestMs: 60_000 })
	const begun: string[] = []
	const ends = new Map<string, () => void>()
	return {
		begun,
		isBusy: turns.isBusy,
		ask: (block: string, name: string) =>
			turns.inTurn(block, () => {
				begun.push(name)
				return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
			}),
		settled: turnOfLoop,
		end: async (name: string) => {
			await turnOfLoop()
			ends.get(name)?.()
			await turnOfLoop()
		},
	}
}

describe('turns at making pages', () => {
	test('are so many at once, and of each block of addresses one', async () => {
		const { ask, begun, isBusy, settled } = workshop(2)
		void ask('scraper', 's1')
		expect(isBusy()).toBe(false)
		void ask('scraper', 's2')
		void ask('reader', 'r1')
		void ask('other', 'o1')
		await settled()
		expect(begun).toEqual(['s1', 'r1'])
		expect(isBusy()).toBe(true)
	})

	test('go from block to block, however much one of them asks for', async () => {
		const { ask, begun, end } = workshop(1)
		for (const name of ['s1', 's2', 's3']) void ask('scraper', name)
		void ask('reader', 'r1')
		await end('s1')
		await end('r1')
		await end('s2')
		expect(begun).toEqual(['s1', 'r1', 's2', 's3'])
	})

	test('are given on when work fails, and it fails for the one who asked', async () => {
		const turns = pageTurns({ atOnce: 1, longestMs: 60_000 })
		const failing = turns.inTurn('a', () => Promise.reject(new Error('no page')))
		const after = turns.inTurn('b', () => Promise.resolve('page'))
		await expect(failing).rejects.toThrow('no page')
		await expect(after).resolves.toBe('page')
		expect(turns.isBusy()).toBe(false)
	})

	test('end for work that takes long, which goes on', async () => {
		const turns = pageTurns({ atOnce: 1, longestMs: 5 })
		let finish = (_: string) => {}
		const long = turns.inTurn('a', () => new Promise<string>((resolve) => (finish = resolve)))
		await expect(turns.inTurn('a', () => Promise.resolve('second'))).resolves.toBe('second')
		finish('first')
		await expect(long).resolves.toBe('first')
	})
})

describe('short work', () => {
	test('is done at once where nothing else goes on', () => {
		const done: number[] = []
		const inPortions = portions(2, () => false)
		for (const at of [1, 2, 3, 4, 5]) inPortions(() => done.push(at))
		expect(done).toEqual([1, 2, 3, 4, 5])
	})

	test('is done in portions, in order, while something longer goes on', async () => {
		const done: number[] = []
		const inPortions = portions(2, () => true)
		for (const at of [1, 2, 3, 4, 5]) inPortions(() => done.push(at))
		expect(done).toEqual([1, 2])
		await turnOfLoop()
		expect(done).toEqual([1, 2, 3, 4])
		await turnOfLoop()
		expect(done).toEqual([1, 2, 3, 4, 5])
		inPortions(() => done.push(6))
		expect(done).toEqual([1, 2, 3, 4, 5, 6])
	})

	test('waits in line although nothing else goes on any more', async () => {
		const done: number[] = []
		let isBusy = true
		const inPortions = portions(1, () => isBusy)
		for (const at of [1, 2]) inPortions(() => done.push(at))
		isBusy = false
		inPortions(() => done.push(3))
		expect(done).toEqual([1])
		await turnOfLoop()
		await turnOfLoop()
		expect(done).toEqual([1, 2, 3])
	})
})
