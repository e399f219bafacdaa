import { readOptions } from '../faults/support/options.ts'
import { percentile, progress, report } from '../faults/support/outcome.ts'
import type { Answer } from '../faults/support/visitor.ts'
import { openSite } from './open-site.ts'
import { strangerFrom, tokenFor } from './sign-in.ts'

// Whether anything tells who has an account, or an invitation:
//   npm run t:enum -- [--quick] [--json]
// Known and unknown are asked for in turns. Status, address and words are the same; in the whole form so is the time, to 5 %.

const options = readOptions({ rounds: 300, quick: 60 })
const failures: string[] = []
const open = await openSite((line) => progress(options, line))
const figures: Record<string, number> = {}

type Way = {
	readonly name: string
	readonly path: string
	/** What is typed for somebody who is known, and for somebody who is not. */
	readonly form: (at: number, isKnown: boolean) => Readonly<Record<string, string>>
}
const KNOWN = ['petugas', 'pimpinan'].flatMap((who) =>
	['dinkes', 'kominfo', 'bapperida'].map((office) => `${who}.${office}@contoh.example`),
)
const UNKNOWN = KNOWN.map((email) => email.replace('.', '-'))
/** A link that signed somebody in already. */
const used = await tokenFor(open, KNOWN[0] ?? '')
const WAYS: readonly Way[] = [
	{
		name: 'signIn',
		path: '/en/sign-in',
		// As many addresses of either kind: whoever asks often for one is limited, known or not.
		form: (at, isKnown) => ({ email: (isKnown ? KNOWN : UNKNOWN)[at % KNOWN.length] ?? '' }),
	},
	{
		name: 'link',
		path: '/en/sign-in/link',
		form: (at, isKnown) => ({ token: isKnown ? used : madeUp(at) }),
	},
]

try {
	await strangerFrom(open, '192.0.2.5').send('/en/sign-in/link', { token: used })
	for (const way of WAYS) await tryWay(way)
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
await open.close()
report({ suite: 'enum', figures, failures: [...new Set(failures)].slice(0, 20) }, options)

async function tryWay({ name, path, form }: Way): Promise<void> {
	const ms = { known: [] as number[], unknown: [] as number[] }
	const words = new Set<string>()
	for (let at = 0; at < options.rounds; at += 1) {
		// In turns, and the first of each pair in turns too: what the machine does meanwhile falls on both alike.
		const pair = at % 2 === 0 ? [true, false] : [false, true]
		for (const isKnown of pair) {
			const who = form(at, isKnown)
			const stranger = strangerFrom(open, `10.${isKnown ? '1' : '2'}.${String(at & 255)}.${String(at >> 8)}`)
			const begun = performance.now()
			const answer = await stranger.send(path, who)
			ms[isKnown ? 'known' : 'unknown'].push(performance.now() - begun)
			words.add(wordsOf(answer, Object.values(who)))
		}
	}
	if (words.size !== 1) failures.push(`${name}: ${String(words.size)} different answers`)
	const [known, unknown] = [
		percentile(
			ms.known.map((one) => one * 1_000),
			0.5,
		),
		percentile(
			ms.unknown.map((one) => one * 1_000),
			0.5,
		),
	]
	figures[`${name}KnownUs`] = known
	figures[`${name}UnknownUs`] = unknown
	const apart = Math.abs(known - unknown) / unknown
	figures[`${name}ApartPercent`] = Math.round(apart * 1_000) / 10
	// A few tries on a busy machine tell nothing of times.
	if (!options.isQuick && apart > 0.05)
		failures.push(`${name}: the times are ${String(Math.round(apart * 100))} % apart`)
}

function wordsOf({ status, location, text }: Answer, typed: readonly string[]): string {
	return typed.reduce(
		(said, word) => said.replaceAll(word, '·'),
		`${String(status)} ${location ?? ''} ${text}`,
	)
}

function madeUp(at: number): string {
	return `${String(at).padStart(32, 'x')}.${'y'.repeat(43)}`
}
