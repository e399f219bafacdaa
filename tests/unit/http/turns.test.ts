import { describe, expect, test } from 'vitest'
import { fairShare } from '#app/http/fair-share.ts'
import { keptPages } from '#app/http/kept-pages.ts'
import { shareNext } from '#app/http/share-next.ts'

/** A question whose answers are given by hand. */
function asked() {
	const answers: ((answer: string) => void)[] = []
	const ask = shareNext(() => new Promise<string>((resolve) => answers.push(resolve)))
	return { ask, answers }
}

describe('a question shared by those who come at the same time', () => {
	test('is put again for those who came while it was on its way, and once for all of them', async () => {
		const { ask, answers } = asked()
		const first = ask()
		const later = [ask(), ask(), ask()]
		expect(answers).toHaveLength(1)
		answers[0]?.('old')
		expect(await first).toBe('old')
		await Promise.resolve()
		expect(answers).toHaveLength(2)
		answers[1]?.('new')
		expect(await Promise.all(later)).toEqual(['new', 'new', 'new'])
	})

	test('is put at once to who comes alone', async () => {
		const { ask, answers } = asked()
		const first = ask()
		answers[0]?.('a')
		await first
		const second = ask()
		answers[1]?.('b')
		expect(await second).toBe('b')
	})

	test('that fails, fails those who asked, and nobody after them', async () => {
		let asks = 0
		const ask = shareNext(() => {
			asks += 1
			return asks === 1 ? Promise.reject(new Error('no answer')) : Promise.resolve('yes')
		})
		const first = ask()
		const second = ask()
		await expect(first).rejects.toThrow('no answer')
		expect(await second).toBe('yes')
	})
})

describe('of one block of addresses', () => {
	test('so many are served at once, the others wait in order, and too many are sent away', async () => {
		const turn = fairShare({ atOnce: 1, waiting: 1 })
		const end = await turn('a')
		const waiting = turn('a')
		expect(await turn('a')).toBeNull()
		expect(await turn('b')).not.toBeNull()
		end?.()
		end?.()
		const second = await waiting
		expect(second).not.toBeNull()
		second?.()
		expect(await turn('a')).not.toBeNull()
	})
})

describe('kept pages', () => {
	test('are dropped when room is needed: the one unused for longest first', () => {
		const pages = keptPages<string>(800)
		for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) pages.set(key, key, 100)
		pages.get('a')
		pages.set('i', 'i', 100)
		expect([pages.get('a'), pages.get('b'), pages.bytes()]).toEqual(['a', undefined, 800])
	})

	test('are counted once when they are replaced, and not kept when too large', () => {
		const pages = keptPages<string>(800)
		pages.set('a', 'old', 80)
		pages.set('a', 'new', 60)
		pages.set('b', 'huge', 101)
		expect([pages.get('a'), pages.get('b'), pages.bytes()]).toEqual(['new', undefined, 60])
	})
})
