import { setTimeout as wait } from 'node:timers/promises'
import { reportPlaces, subjects, told, withdrawal, writeFinding, writeReport } from './desk.ts'
import type { Desk, Ready } from './desk.ts'
import { announce, offsetOf, sendPiece, textFile, uploadIdOf } from './sent-files.ts'
import type { Sending } from './sent-files.ts'
import { Cut } from './visitor.ts'
import type { Visitor } from './visitor.ts'
import type { Witness } from './witness.ts'

export type StormCounts = { acknowledged: number; unanswered: number; files: number; faults: string[] }

/** Everybody writes at once; the site may be gone at any moment. */
export type Storm = {
	/** Prepares what is to be published. */
	readonly prepare: (round: number) => Promise<void>
	/** Sets everything off, and gives how to wait until it has ended. */
	readonly begin: (round: number) => Promise<{ readonly ended: () => Promise<StormCounts> }>
	/** After a restart: files that were on their way are finished. Gives what is not as it must be. */
	readonly goOn: () => Promise<readonly string[]>
}

export type StormWorld = {
	readonly desk: Desk
	readonly witness: Witness
	readonly random: () => number
	readonly seed: number
}

/** Acts are set off within this time, and files begin to arrive up to this much before. Unit: milliseconds. */
const SPREAD_MS = 400
const FILES_BEFORE_MS = 1_500
const LOOK_MS = 60
const FILE_BYTES = 200_000
const WITHDRAW_EVERY = 3
const UPLOAD_EVERY = 2

/** What waits to be published, and the place that is taken until it is. */
type Waiting = Ready & { readonly taken: string; readonly monitor: Visitor | null }
type OnItsWay = Sending & { acknowledged: number }

/** A storm on one site, through all of its restarts. */
export function openStorm(world: StormWorld): Storm {
	const { desk, witness, random, seed } = world
	const known = new Map<Visitor, readonly string[]>()
	const findings: Waiting[] = []
	let waiting: Waiting[] = []
	let sending: OnItsWay[] = []
	let number = 0

	const newMarker = () => `mark-${String(seed)}-${String((number += 1)).padStart(6, '0')}`
	const isFree = (taken: string) => !waiting.some((one) => one.taken === taken)

	async function placesOf(
		person: Visitor,
		ask: () => Promise<readonly string[]>,
	): Promise<readonly string[]> {
		const places = known.get(person) ?? (await ask())
		known.set(person, places)
		return places
	}

	async function prepareReport(at: number, round: number): Promise<void> {
		const [officer, lead] = [desk.officers[at], desk.leads[at]]
		if (!officer || !lead) return
		// What monitors judge is left alone: a claim that changes meanwhile is to be read again first.
		const places = await placesOf(officer, async () =>
			(await reportPlaces(officer)).filter((place) => !JUDGED.test(place)),
		)
		const place = places[round % places.length]
		if (!place || !isFree(place)) return
		const ready = await writeReport([officer, lead], place, { marker: newMarker() })
		waiting.push({ ...ready, taken: place, monitor: null })
	}

	async function prepareFinding(at: number, round: number): Promise<void> {
		const monitor = desk.monitors[at]
		if (!monitor) return
		const all = await placesOf(monitor, () => subjects(monitor, JUDGED))
		// The first half are monitors, the second their organizations' owners, in the same order.
		const half = desk.monitors.length / 2
		const subject = all[(round * 2 + Math.floor(at / half)) % all.length]
		const taken = `${String(at % half)} ${subject ?? ''}`
		if (!subject || !isFree(taken)) return
		const ready = await writeFinding(monitor, subject, { marker: newMarker() })
		waiting.push({ ...ready, taken, monitor })
	}

	function prepareWithdrawal(): void {
		const finding = findings.find(({ taken }) => isFree(taken))
		if (!finding?.monitor) return
		findings.splice(0, findings.length, ...findings.filter(({ recordId }) => recordId !== finding.recordId))
		waiting.push({ ...finding, ...withdrawal(finding.monitor, finding) })
	}

	async function publish(act: Waiting, counts: StormCounts): Promise<void> {
		await wait(random() * SPREAD_MS)
		witness.sent(act)
		try {
			const answer = await act.publish()
			if (answer.status !== 303) {
				counts.faults.push(`${act.kind} ${act.marker} (${act.taken}): ${told(answer)}`)
				return
			}
			const recordId = answer.location?.split('/').at(-1) ?? ''
			witness.heard({ ...act, recordId })
			counts.acknowledged += 1
			waiting = waiting.filter((one) => one !== act)
			if (act.kind === 'finding') findings.push({ ...act, recordId })
			const receipt = await desk.public.get('/log/checkpoint').then(() => act.read(answer.location ?? ''))
			if (receipt.status !== 200) counts.faults.push(`receipt of ${act.marker}: ${told(receipt)}`)
		} catch (error) {
			if (!(error instanceof Cut)) throw error
			counts.unanswered += 1
		}
	}

	async function send(file: OnItsWay, from: number, to: number): Promise<boolean> {
		const answer = await sendPiece(file, from, to)
		if (answer.status >= 300) return false
		file.acknowledged = to
		if (to < file.file.bytes.length) return true
		witness.heardOfFile(uploadIdOf(file))
		sending = sending.filter((one) => one !== file)
		return true
	}

	async function upload(visitor: Visitor, counts: StormCounts): Promise<void> {
		try {
			const announced = await announce(visitor, textFile(newMarker(), FILE_BYTES))
			if ('status' in announced) return void counts.faults.push(`/uploads: ${told(announced)}`)
			const file = { ...announced, acknowledged: 0 }
			sending.push(file)
			for (const [from, to] of [
				[0, FILE_BYTES / 2],
				[FILE_BYTES / 2, FILE_BYTES],
			] as const)
				if (!(await send(file, from, to))) return void counts.faults.push(`${file.path}: not taken`)
			counts.files += 1
		} catch (error) {
			if (!(error instanceof Cut)) throw error
		}
	}

	async function watch(until: Promise<unknown>): Promise<void> {
		const over = until.then(() => true)
		try {
			do await witness.look(desk.public)
			while (!(await Promise.race([over, wait(LOOK_MS, false)])))
		} catch (error) {
			if (!(error instanceof Cut)) throw error
		}
	}

	return {
		prepare: async (round) => {
			for (const at of desk.officers.keys()) await prepareReport(at, round)
			for (const at of desk.monitors.keys()) await prepareFinding(at, round)
			if (round % WITHDRAW_EVERY === 0) prepareWithdrawal()
		},
		begin: async (round) => {
			const counts: StormCounts = { acknowledged: 0, unanswered: 0, files: 0, faults: [] }
			const senders = [...desk.officers, ...desk.monitors]
			const sender = senders[(round / UPLOAD_EVERY) % senders.length]
			const uploads = sender && round % UPLOAD_EVERY === 0 ? [upload(sender, counts)] : []
			if (uploads.length > 0) await wait(random() * FILES_BEFORE_MS)
			const writes = Promise.all([...waiting.map((act) => publish(act, counts)), ...uploads])
			const watching = watch(writes)
			return {
				ended: async () => {
					await Promise.all([writes, watching])
					return counts
				},
			}
		},
		goOn: async () => {
			const found: string[] = []
			for (const file of [...sending]) {
				const offset = await offsetOf(file)
				if (offset === null || offset < file.acknowledged)
					found.push(`${file.path}: has ${String(offset)} bytes, and had ${String(file.acknowledged)}`)
				else if (offset === FILE_BYTES) {
					witness.heardOfFile(uploadIdOf(file))
				} else if (!(await send(file, offset, FILE_BYTES))) found.push(`${file.path}: does not go on`)
			}
			sending = []
			return found
		},
	}
}

/** Milestones that findings are about. */
const JUDGED = /-m1([/-]|$)/
