import { reportPlaces, versionOn } from '../faults/support/desk.ts'
import { readOptions } from '../faults/support/options.ts'
import { progress, report } from '../faults/support/outcome.ts'
import type { Visitor } from '../faults/support/visitor.ts'
import { openSite } from './open-site.ts'
import { browserOf, cookieOfRole } from './people-of.ts'

// Fifty editors send their text for one report at the same moment, over and over:
//   npm run t:editors -- [--rounds N] [--quick] [--json]
// In each round one text is taken. The others see it beside their own, and nothing that they typed is lost.

const EDITORS = 50
const options = readOptions({ rounds: 20, quick: 3 })
const failures: string[] = []
const counts = { rounds: 0, taken: 0, conflicts: 0, lost: 0 }
const open = await openSite((line) => progress(options, line))
try {
	const cookie = cookieOfRole(open, 'IMPLEMENTER')
	const editors = Array.from({ length: EDITORS }, (_, number) => browserOf(open, cookie, number))
	const first = browserOf(open, cookie, EDITORS)
	const [place] = await reportPlaces(first)
	if (place === undefined) throw new Error('no report is open')
	await first.send(`${place}/level`, {
		version: versionOn(await first.get(`${place}/level`)),
		level: 'LIMITED',
	})
	for (let round = 1; round <= options.rounds; round += 1) {
		await tryText({ editors, first, place }, round)
		await tryLevel({ editors, first, place })
	}
	for (const editor of [first, ...editors]) editor.leave()
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
await open.close()
report({ suite: 'editors', figures: counts, failures: [...new Set(failures)].slice(0, 20) }, options)

type Room = { readonly editors: readonly Visitor[]; readonly first: Visitor; readonly place: string }

/** A text: of fifty one is taken, and each of the others is shown beside it. */
async function tryText({ editors, first, place }: Room, round: number): Promise<void> {
	const version = versionOn(await first.get(`${place}/done`))
	const text = (number: number) => `Teks ronde ${String(round)} penyunting ${String(number)} selesai.`
	const answers = await Promise.all(
		editors.map((editor, number) => editor.send(`${place}/done`, { version, doneId: text(number) })),
	)
	counts.rounds += 1
	const won = answers.flatMap(({ status }, number) => (status === 303 ? [number] : []))
	const [winner] = won
	counts.taken += won.length
	if (won.length !== 1 || winner === undefined) {
		failures.push(`round ${String(round)}: ${String(won.length)} texts were taken`)
		return
	}
	const stored = await first.get(`${place}/done`)
	if (!stored.text.includes(text(winner)))
		failures.push(`round ${String(round)}: the text that was taken is not there`)
	for (const [number, { status, text: page }] of answers.entries()) {
		if (number === winner) continue
		counts.conflicts += 1
		if (status !== 409) failures.push(`round ${String(round)}: an editor was answered ${String(status)}`)
		if (page.includes(text(number)) && page.includes(text(winner))) continue
		counts.lost += 1
		failures.push(`round ${String(round)}: an editor does not see both texts`)
	}
}

/** A choice: the same, without texts to compare. */
async function tryLevel({ editors, first, place }: Room): Promise<void> {
	const version = versionOn(await first.get(`${place}/level`))
	const levels = ['NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE']
	const answers = await Promise.all(
		editors.map((editor, number) =>
			editor.send(`${place}/level`, { version, level: levels[number % levels.length] ?? '' }),
		),
	)
	const won = answers.filter(({ status }) => status === 303).length
	counts.rounds += 1
	counts.taken += won
	counts.conflicts += answers.filter(({ status }) => status === 409).length
	if (won !== 1) failures.push(`${String(won)} of fifty choices were taken`)
}
