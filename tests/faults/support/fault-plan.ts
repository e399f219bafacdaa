import type { Attempt, Way } from './attempts.ts'
import { TAKES_ROOM } from './failing-disk.ts'
import type { Fault, Point } from './inject.ts'
import { NotTaken, told } from './desk.ts'
import type { SiteProcess } from './site-process.ts'
import type { Answer } from './visitor.ts'

/** One fault at one step of one way. */
export type Case = { readonly way: Way; readonly point: Point; readonly fault: Fault }

export type FaultPlan = { readonly points: number; readonly chosen: readonly Case[] }

/** The embedded database writes through dozens of calls: a few of them on each way stand for all. */
const DATABASE_POINTS = 2

/**
 * Goes each way once without a fault, and gives the faults at each step that was taken; of many, evenly chosen ones.
 * A step that is taken again on the same way, as for the small picture of a file, is the same step.
 */
export async function faultPlan(
	ways: readonly Way[],
	{
		site,
		most,
		random,
	}: { readonly site: SiteProcess; readonly most: number | null; readonly random: () => number },
): Promise<FaultPlan> {
	const cases: Case[] = []
	const killed = new Set<string>()
	let points = 0
	for (const way of ways) {
		const attempt = await way.prepare()
		await site.order({ do: 'record' })
		const answer = await attempt.run()
		const { steps } = await site.order({ do: 'nothing' })
		if (!attempt.isDone(answer)) throw new NotTaken(`${way.name} without a fault: ${told(answer)}`)
		const inDatabase = evenly(timesOf(steps.filter(isInDatabase)), DATABASE_POINTS)
		const others = [...new Set(steps)].filter((step) => !isInDatabase(step)).map((step) => ({ step, nth: 1 }))
		points += inDatabase.length + others.length
		for (const point of inDatabase) cases.push({ way, point, fault: 'kill' })
		for (const point of others) {
			for (const fault of faultsAt(point.step, killed)) cases.push({ way, point, fault })
			killed.add(point.step)
		}
	}
	return { points, chosen: most === null ? cases : evenly(cases, most, random()) }
}

/** Each step with how many times it was taken so far. */
function timesOf(steps: readonly string[]): readonly Point[] {
	const times = new Map<string, number>()
	return steps.map((step) => {
		const nth = (times.get(step) ?? 0) + 1
		times.set(step, nth)
		return { step, nth }
	})
}

/** Of the database's own files only the end of the process is tried: what it does with a bad disk is its makers' to test. */
const isInDatabase = (step: string): boolean => / database(\/|$)/.test(step)

/** What can happen at a step. A process that was killed there on another way left the same behind. */
function faultsAt(step: string, killed: ReadonlySet<string>): readonly Fault[] {
	const [verb = ''] = step.split(' ')
	const ends: readonly Fault[] = step.includes(' worker:') ? ['kill', 'kill-worker'] : ['kill']
	const leavesNothing = verb === 'chmod' || verb === 'utimes'
	const noRoom: readonly Fault[] = TAKES_ROOM.some((taking) => taking === verb) ? ['ENOSPC'] : []
	return [...(leavesNothing || killed.has(step) ? [] : ends), ...noRoom, 'EIO']
}

/** So many of a list, from its beginning to its end; `shift`, from 0 to 1, says which of those that lie together. */
function evenly<Item>(list: readonly Item[], most: number, shift = 0.5): readonly Item[] {
	if (list.length <= most) return list
	const places = Array.from({ length: most }, (_none, at) => Math.floor(((at + shift) * list.length) / most))
	return list.filter((_item, at) => places.includes(at))
}

/** What is wrong with what the person was told. */
export function answerBreaches(
	fault: Fault,
	{ typed, isDone }: Attempt,
	answer: Answer | 'cut',
): readonly string[] {
	if (answer === 'cut') return fault === 'kill' ? [] : ['the connection ended without an answer']
	// A file whose cleaning dies is taken for a broken one: it may be what killed it.
	if (isDone(answer) || (fault === 'kill-worker' && answer.status === 422)) return []
	if (answer.status !== 503 && answer.status !== 507) return [`the person is answered ${told(answer)}`]
	const words = told(answer).replace(/^\d+ /, '')
	if (!/\p{L}+ \p{L}+ \p{L}+/u.test(words)) return [`${String(answer.status)} without a sentence`]
	const isShownAgain = typed !== null && /<textarea|<input[^>]*type="text"/.test(answer.text)
	return isShownAgain && !answer.text.includes(typed) ? ['what was typed is lost'] : []
}
