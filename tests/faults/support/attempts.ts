import { NotTaken, reportPlaces, sendFile, subjects, told, withdrawal, writeFinding } from './desk.ts'
import type { Desk, Ready } from './desk.ts'
import { announce, offsetOf, pictureFile, sendPiece, textFile, uploadIdOf } from './sent-files.ts'
import type { Sending } from './sent-files.ts'
import type { Answer, Visitor } from './visitor.ts'
import type { Witness } from './witness.ts'

/** Something one person does, which may fail on the way and is then done once more. */
export type Attempt = {
	/** Does it, or what is left of it; the answer that the person sees last. */
	readonly run: () => Promise<Answer>
	readonly isDone: (answer: Answer) => boolean
	/** What the person typed, which a page that shows the form again must still hold; null where nothing is typed. */
	readonly typed: string | null
}

/** A way through the product: each call prepares everything anew, up to the last step. */
export type Way = { readonly name: string; readonly prepare: () => Promise<Attempt> }

type World = { readonly desk: Desk; readonly witness: Witness; readonly seed: number }

/** The ways on which something is written outside of drafts: a file comes in, an act is published, one is withdrawn. */
export function waysThrough({ desk, witness, seed }: World): readonly Way[] {
	let number = 0
	const newMarker = () => `mark-${String(seed)}-${String((number += 1)).padStart(6, '0')}`
	const nextSubject = turns(desk.monitors, subjects)

	async function finding(): Promise<Ready & { readonly monitor: Visitor }> {
		const { visitor, place } = await nextSubject()
		const marker = newMarker()
		const hasFile = number % 4 === 0
		const file = hasFile ? await pictureFile(marker, number) : undefined
		return {
			...(await writeFinding(visitor, place, { marker, ...(file ? { file } : {}) })),
			monitor: visitor,
		}
	}

	async function publish(ready: Ready): Promise<Answer> {
		witness.sent(ready)
		const answer = await ready.publish()
		if (answer.status !== 303 || answer.location === null) return answer
		witness.heard({ ...ready, recordId: answer.location.split('/').at(-1) ?? '' })
		return ready.read(answer.location)
	}

	return [
		{ name: 'file with a form', prepare: () => formUpload(desk, newMarker) },
		{ name: 'file in pieces', prepare: () => Promise.resolve(resumable(desk, newMarker(), witness)) },
		{
			name: 'publish',
			prepare: async () => {
				const ready = await finding()
				return { run: () => publish(ready), isDone: isPage, typed: null }
			},
		},
		{
			name: 'withdraw',
			prepare: async () => {
				const ready = await finding()
				const receipt = await publish(ready)
				if (!isPage(receipt)) throw new NotTaken(`receipt: ${told(receipt)}`)
				const withdrawing = withdrawal(ready.monitor, ready)
				return { run: () => publish(withdrawing), isDone: isPage, typed: null }
			},
		},
	]
}

const isPage = ({ status }: Answer): boolean => status === 200

/**
 * Each organization's subjects in turn, so that no two of its findings are about the same one before all are through:
 * they would be versions of one record, and be withdrawn together. Monitors come first, then the owners of the same
 * organizations in the same order.
 */
function turns(people: readonly Visitor[], ask: (person: Visitor) => Promise<readonly string[]>) {
	const known = new Map<number, readonly string[]>()
	const organizations = people.length / 2
	let turn = -1
	return async (): Promise<{ visitor: Visitor; place: string }> => {
		turn += 1
		const organization = turn % organizations
		const round = Math.floor(turn / organizations)
		const visitor = people[organization + (round % 2) * organizations]
		if (!visitor) throw new NotTaken('nobody is there')
		const places = known.get(organization) ?? (await ask(visitor))
		known.set(organization, places)
		const place = places[round % places.length]
		if (place === undefined) throw new NotTaken('there is nothing to verify')
		return { visitor, place }
	}
}

const MOST_PIECES = 3

/** A picture for a report, with the form of a page. */
async function formUpload({ officers }: Desk, newMarker: () => string): Promise<Attempt> {
	const [officer] = officers
	const [place] = officer ? await reportPlaces(officer) : []
	if (!officer || place === undefined) throw new NotTaken('there is no report to write')
	await makeRoom(officer, place)
	const marker = newMarker()
	const file = await pictureFile(marker, Number(marker.slice(-6)))
	return {
		run: () => sendFile(officer, place, { marker, file }),
		isDone: ({ status }) => status === 303,
		typed: `${marker} (file)`,
	}
}

async function makeRoom(officer: Visitor, place: string): Promise<void> {
	const page = await officer.get(`${place}/evidence`)
	if (page.status !== 200 || !/name="version"[^>]*value="[1-9]/.test(page.text)) {
		const sent = await officer.send(`${place}/level`, { version: '0', level: 'SUBSTANTIAL' })
		if (sent.status !== 303) throw new NotTaken(`${place}/level: ${told(sent)}`)
		return
	}
	const removals = [...page.text.matchAll(/\/evidence\/\d+\/remove"/g)]
	const version = /name="version"[^>]*value="(\d+)"/.exec(page.text)?.[1] ?? ''
	if (removals.length > MOST_PIECES) await officer.send(`${place}/evidence/0/remove`, { version })
}

/** A text sent in one piece; what of it has arrived is not sent again. */
function resumable({ monitors }: Desk, marker: string, witness: Witness): Attempt {
	const file = textFile(marker, 50_000)
	const visitor = monitors[Number(marker.slice(-6)) % monitors.length]
	let sending: Sending | null = null
	return {
		typed: null,
		isDone: ({ status }) => status === 200,
		run: async () => {
			if (!visitor) throw new NotTaken('nobody is there')
			const offset = sending && (await offsetOf(sending))
			if (!sending || offset === null) {
				const announced = await announce(visitor, file)
				if ('status' in announced) return announced
				sending = announced
			}
			const answer =
				offset === file.bytes.length
					? await visitor.ask(sending.path, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } })
					: await sendPiece(sending, offset ?? 0)
			if (answer.status === 200) witness.heardOfFile(uploadIdOf(sending))
			return answer
		},
	}
}
