import { readOptions } from '../faults/support/options.ts'
import { progress, report } from '../faults/support/outcome.ts'
import type { Answer } from '../faults/support/visitor.ts'
import type { RouteLine } from '../support/route-lines.ts'
import { HALF, openSite } from './open-site.ts'
import type { Actor } from './open-site.ts'
import { privateObjects } from './private-objects.ts'
import type { PrivateObject } from './private-objects.ts'

// Everybody × every address and method of the build × each shape in which Remix takes a request:
//   npm run t:matrix -- [--quick] [--json]
// A door that is not one's own gives nothing away in any shape, and somebody else's private object answers as one that
// does not exist.

const SHAPES = ['document', 'data', 'suffix'] as const
type Shape = (typeof SHAPES)[number]

/** What stands for a part of an address where it leads to nothing. */
const NOWHERE: Readonly<Record<string, string>> = {
	...{
		':lang': 'en',
		':checkpointCode': 'b99',
		':file': 'nothing.csv',
		':day': '2026-07-15',
		':kind': 'midterm',
	},
	...{ ':position': '99', ':page': 'nothing', ':noun': 'meeting', '*': 'nothing' },
}

/** Forms that end the session that sends them, which has more to ask. */
const ENDING = ['/:lang/sign-out', '/:lang/sessions/end-all']

const options = readOptions({ rounds: 1, quick: 1 })
const failures: string[] = []
const counts = { cells: 0, refused: 0, admitted: 0, foreign: 0, routes: 0 }

const open = await openSite((line) => progress(options, line))
try {
	const own = await privateObjects(open)
	counts.routes = new Set(open.lines.map(({ path }) => path)).size
	for (const line of open.lines) await tryLine(line)
	for (const object of own) for (const line of linesOf(object)) await tryForeign(object, line)
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
await open.close()
if (counts.cells < 2_000) failures.push(`only ${String(counts.cells)} cells were tried`)
report({ suite: 'matrix', figures: counts, failures: [...new Set(failures)].slice(0, 60) }, options)

async function tryLine(line: RouteLine): Promise<void> {
	const { door } = line
	if (door === null) return void failures.push(`${line.method} ${line.path} has no door`)
	const actors = open.actors.filter((actor) => !options.isQuick || isFirst(actor))
	for (const actor of actors) {
		for (const shape of SHAPES) {
			if (line.routeId === null && shape !== 'document') continue
			// A public answer does not depend on who asks: in haste, one stranger and one person ask for all.
			if (options.isQuick && door === 'public' && !['public', 'POC 1'].includes(actor.name)) continue
			const answer = await askLine(actor, line, { shape, values: NOWHERE })
			if (!answer) continue
			counts.cells += 1
			const fault = faultOf(actor, { isOpen: isOpenTo(door, actor), shape }, answer)
			if (fault) failures.push(`${actor.name}: ${line.method} ${line.path} (${shape}): ${fault}`)
		}
	}
}

/** Of two people of one role the second differs only in what is theirs. */
function isFirst({ name }: Actor): boolean {
	return !name.endsWith(' 2')
}

function isOpenTo(door: NonNullable<RouteLine['door']>, { name, role }: Actor): boolean {
	if (door === 'public') return true
	if (door === 'half') return role !== null || name === HALF
	return role !== null && (door === 'member' || door.includes(role))
}

type Asking = { readonly shape: Shape; readonly values: Readonly<Record<string, string>> }

/** Null where asking would end the session that asks. */
async function askLine(
	actor: Actor,
	{ path, method, routeId }: RouteLine,
	{ shape, values }: Asking,
): Promise<Answer | null> {
	if (method === 'POST' && ENDING.includes(path)) return null
	const filled = path.replace(/:\w+|\*$/g, (part) => values[part] ?? 'nothing-here')
	const asked = {
		document: filled,
		data: `${filled}?_data=${encodeURIComponent(routeId ?? '')}`,
		suffix: `${filled}.data?_routes=${encodeURIComponent(routeId ?? '')}`,
	}[shape]
	const body = { type: 'application/x-www-form-urlencoded', bytes: Buffer.from('') }
	return open.ask(actor, asked, method === 'POST' ? { method, body } : { method })
}

/** What is wrong with an answer; null when nothing is. */
function faultOf(
	actor: Actor,
	{ isOpen, shape }: { readonly isOpen: boolean; readonly shape: Shape },
	answer: Answer,
): string | null {
	const { status } = answer
	const isTurnedAway =
		actor.name === HALF ? leadsTo(answer, 'second-step/set-up') : leadsTo(answer, 'sign-in')
	if (status >= 500) return `answered ${String(status)}`
	if (isOpen) {
		counts.admitted += 1
		return isTurnedAway && actor.name !== HALF ? 'was sent to sign in' : null
	}
	counts.refused += 1
	// The shape of a later Remix is not served: such an address leads nowhere, or is one with a longer last part.
	if (shape === 'suffix' && (status === 404 || status === 405)) return null
	return isTurnedAway || status === 403 ? null : `answered ${String(status)}`
}

function leadsTo({ status, location, headers }: Answer, page: string): boolean {
	const to = location ?? String(headers['x-remix-redirect'] ?? '')
	return (status === 302 || status === 204) && to.replace(/^\/[a-z]{2}\//, '').startsWith(page)
}

function linesOf({ part, below }: PrivateObject): readonly RouteLine[] {
	return open.lines.filter(({ path }) => path.includes(part) && below.test(path))
}

/** To everybody but its owners a private object answers as one that does not exist: same status, same words. */
async function tryForeign(object: PrivateObject, line: RouteLine): Promise<void> {
	const strangers = open.actors.filter((actor) => !object.isOf(actor))
	for (const actor of strangers) {
		for (const shape of SHAPES) {
			const there = await askLine(actor, line, { shape, values: { ...NOWHERE, [object.part]: object.id } })
			const missing = await askLine(actor, line, {
				shape,
				values: { ...NOWHERE, [object.part]: object.missing },
			})
			if (!there || !missing) continue
			counts.foreign += 1
			counts.cells += 2
			if (wordsOf(there, object.id) === wordsOf(missing, object.missing)) continue
			const said = `${String(there.status)} instead of ${String(missing.status)}`
			failures.push(`${actor.name}: ${line.method} ${line.path} (${shape}), not theirs: ${said}`)
		}
	}
}

function wordsOf({ status, location, headers, text }: Answer, id: string): string {
	const said = [status, location, headers['x-remix-redirect'], text].join('\n')
	return said
		.replaceAll(id, '·')
		.replaceAll(encodeURIComponent(id), '·')
		.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '·')
		.replace(/sha256-[A-Za-z0-9+/=]+/g, '·')
}
