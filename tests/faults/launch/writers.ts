import { setTimeout } from 'node:timers/promises'
import { openDesk, reportPlaces, subjects, writeFinding, writeReport, NotTaken } from '../support/desk.ts'
import type { Desk, Ready } from '../support/desk.ts'
import type { People } from '../support/people.ts'
import type { Visitor } from '../support/visitor.ts'

/** What ten people who write at the same time meet. */
export type Written = {
	/** How long each form took. Unit: milliseconds. */
	readonly tookMs: number[]
	/** Acts that were published. */
	acts: number
	/** Forms that were answered with something that nobody may see. */
	readonly faults: string[]
}

/** What somebody who writes fast needs before the next form. */
const BETWEEN_FORMS_MS = 1_000

/** Milestones that findings are about: their claims are left alone meanwhile. */
const JUDGED = /-m1([/-]|$)/

/** People of institutions and of civil society write and publish, one act after the other, until it is over. */
export async function writeUntil(
	isOver: () => boolean,
	{ port, people }: { readonly port: number; readonly people: People },
): Promise<Written> {
	const written: Written = { tookMs: [], acts: 0, faults: [] }
	const desk = timed(openDesk(port, people), written)
	const officers = desk.officers.map((officer, at) => reporting(officer, desk.leads[at]))
	const monitors = desk.monitors.map(judging)
	await Promise.all(
		[...officers, ...monitors].map(async (places, at) => {
			const all = await places.list()
			for (let turn = 0; !isOver() && all.length > 0; turn += 1) {
				const place = all[turn % all.length] ?? ''
				await act(() => places.write(place, `launch-${String(at)}-${String(turn)}`), written)
			}
		}),
	)
	desk.leave()
	return written
}

type Places = {
	readonly list: () => Promise<readonly string[]>
	readonly write: (place: string, marker: string) => Promise<Ready>
}

function reporting(officer: Visitor, lead: Visitor | undefined): Places {
	return {
		list: async () => (lead ? (await reportPlaces(officer)).filter((place) => !JUDGED.test(place)) : []),
		write: (place, marker) => writeReport([officer, lead ?? officer], place, { marker }),
	}
}

function judging(monitor: Visitor): Places {
	return {
		list: () => subjects(monitor, JUDGED),
		write: (place, marker) => writeFinding(monitor, place, { marker }),
	}
}

async function act(write: () => Promise<Ready>, written: Written): Promise<void> {
	try {
		const answer = await (await write()).publish()
		if (answer.status === 303) written.acts += 1
	} catch (error) {
		// Two of one organization wrote on the same thing: one of them is told so.
		if (!(error instanceof NotTaken)) throw error
	}
}

/** The same desk, with every form of it timed. */
function timed(desk: Desk, written: Written): Desk {
	const watched = (visitor: Visitor): Visitor => ({
		...visitor,
		send: async (path, form) => {
			await setTimeout(BETWEEN_FORMS_MS)
			const begun = performance.now()
			const answer = await visitor.send(path, form)
			written.tookMs.push(performance.now() - begun)
			if (answer.status >= 500) written.faults.push(`${path}: ${String(answer.status)}`)
			return answer
		},
	})
	return {
		...desk,
		officers: desk.officers.map(watched),
		leads: desk.leads.map(watched),
		monitors: desk.monitors.map(watched),
	}
}
