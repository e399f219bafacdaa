import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOptions } from '../faults/support/options.ts'
import { progress, report } from '../faults/support/outcome.ts'
import { openSite } from './open-site.ts'
import { cookieIn, strangerFrom, tokenFor, withCookie } from './sign-in.ts'

// Guessing of links, of letters and of codes, from one address and from a thousand:
//   npm run t:guess -- [--quick] [--json]
// Few guesses are ever looked at; nobody is kept out by what others guess.

const options = readOptions({ rounds: 1_000, quick: 120 })
const failures: string[] = []
const counts = {
	guesses: 0,
	lookedAtFromOneAddress: 0,
	letters: 0,
	codesLookedAt: 0,
	ownersLetIn: 0,
	othersLetIn: 0,
}
const open = await openSite((line) => progress(options, line))
const OWNER = 'petugas.dinkes@contoh.example'
const OTHER = 'petugas.bapperida@contoh.example'

try {
	await fromOneAddress()
	await fromManyAddresses()
	await codes()
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
await open.close()
if (counts.lookedAtFromOneAddress > 10) failures.push('more than ten guesses from one address were looked at')
if (counts.letters > 20) failures.push('more than twenty letters went to one person')
if (counts.codesLookedAt > 20) failures.push('more than twenty codes were looked at')
report({ suite: 'guess', figures: counts, failures }, options)

/** A true link is refused at an address once it guessed too often: so many guesses were looked at before. */
async function fromOneAddress(): Promise<void> {
	const guesser = strangerFrom(open, '198.51.100.20')
	for (let at = 0; at < options.rounds; at += 1) {
		await guesser.send('/en/sign-in/link', { token: madeUp(at) })
		counts.guesses += 1
		if (at > 12) continue
		const isLookedAt = cookieIn(
			await guesser.send('/en/sign-in/link', { token: await tokenFor(open, OTHER) }),
		)
		if (isLookedAt !== null) counts.lookedAtFromOneAddress = at + 1
	}
	if (cookieIn(await guesser.send('/en/sign-in/link', { token: await tokenFor(open, OTHER) })))
		failures.push('after all guesses a link was still taken from that address')
	for (let at = 0; at < 100; at += 1) {
		const other = strangerFrom(open, `203.0.113.${String(at)}`)
		const link = { token: await tokenFor(open, at % 2 === 0 ? OTHER : OWNER) }
		if (cookieIn(await other.send('/en/sign-in/link', link))) counts.othersLetIn += 1
	}
	if (counts.othersLetIn < 100) failures.push('people at other addresses were limited')
}

/** A thousand addresses ask for one person's letters; the person has letters to use all the same. */
async function fromManyAddresses(): Promise<void> {
	const before = lettersTo(OWNER).length
	for (let at = 0; at < options.rounds; at += 1) {
		const asker = strangerFrom(open, `10.${String(100 + (at >> 8))}.${String(at & 255)}.9`)
		const { status } = await asker.send('/en/sign-in', { email: OWNER })
		counts.guesses += 1
		if (status >= 500) failures.push(`asking for a letter answered ${String(status)}`)
	}
	await open.site.accounts.close()
	const letters = lettersTo(OWNER).slice(before)
	counts.letters = letters.length
	for (const letter of letters) {
		const token = /token=(?:3D)?([\w.-]+)/.exec(letter.replace(/=\r?\n/g, ''))?.[1] ?? ''
		if (cookieIn(await strangerFrom(open, '192.0.2.7').send('/en/sign-in/link', { token })))
			counts.ownersLetIn += 1
	}
	if (counts.ownersLetIn === 0 || counts.ownersLetIn < letters.length)
		failures.push('letters that others asked for do not let their owner in')
}

function lettersTo(email: string): readonly string[] {
	const folder = join(open.dataDir, 'outbox')
	// It is there from the first letter on.
	if (!existsSync(folder)) return []
	return readdirSync(folder)
		.map((name) => readFileSync(join(folder, name), 'utf8'))
		.filter((letter) => letter.includes(`To: ${email}\n`))
}

/** Whoever reads somebody's letters guesses the codes of the second step, from ever new sessions and addresses. */
async function codes(): Promise<void> {
	const { stepKeeper } = open.site.accounts
	const { db } = open.site.database
	const { id: personId } = await db.person.findUniqueOrThrow({ where: { email: OWNER } })
	const secret = stepKeeper.seal('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', personId)
	await db.secondStep.create({ data: { personId, secret, begunAt: new Date(), confirmedAt: new Date() } })
	const spare = 'A'.repeat(16)
	for (let at = 0; at < options.rounds / 10; at += 1) {
		await db.spareCode.create({ data: { seal: `seal-${String(at)}`, personId } })
		const session = await strangerFrom(open, `10.200.${String(at)}.9`).send('/en/sign-in/link', {
			token: await tokenFor(open, OWNER),
		})
		const cookie = cookieIn(session)
		if (cookie === null) throw new Error('the letter did not sign in')
		const { status } = await withCookie(open, cookie).send('/en/second-step/check', { code: spare })
		counts.guesses += 1
		if (status === 422) counts.codesLookedAt += 1
		else if (status !== 429) failures.push(`a guessed code answered ${String(status)}`)
	}
}

function madeUp(at: number): string {
	return `${String(at).padStart(32, 'x')}.${'y'.repeat(43)}`
}
