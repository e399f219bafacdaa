import type { Ready } from './desk.ts'
import { told } from './desk.ts'
import { canonical, checkedNote, checkedReceipt, isBeginning, sealOf } from './proofs.ts'
import type { Signed } from './proofs.ts'
import type { Visitor } from './visitor.ts'

/** An act whose publication the site confirmed: it may never be missing again. */
export type Acknowledged = {
	readonly kind: 'claim' | 'finding'
	readonly marker: string
	readonly recordId: string
	readonly pieces: number
	/** Once a withdrawal was asked for, the finding may be hidden; once that was confirmed, it must be. */
	withdrawn: 'no' | 'asked' | 'yes'
}

/** Somebody outside who keeps what the site said, and holds it against what it says later. */
export type Witness = {
	/** Notes that a form which publishes was sent. */
	readonly sent: (ready: Ready) => void
	/** Notes that the site confirmed it. */
	readonly heard: (ready: Ready) => void
	/** Notes a file that the site said it took. */
	readonly heardOfFile: (upload: string) => void
	/** Fetches the newest checkpoint and keeps it. */
	readonly look: (reader: Visitor) => Promise<void>
	readonly acts: () => readonly Acknowledged[]
	readonly files: () => readonly string[]
	/** The newest checkpoint that was seen; null before the first. */
	readonly newest: () => Signed | null
	/** What the site does not keep of what it said: about the last acts, or about all. Empty where it keeps everything. */
	readonly breaches: (reader: Visitor, which: 'last' | 'all') => Promise<readonly string[]>
}

/** A witness who knows nothing yet. */
export function openWitness(): Witness {
	const acts = new Map<string, Acknowledged>()
	const files: string[] = []
	let last: string[] = []
	let vkey: string | null = null
	let newest: Signed | null = null

	const versionsOf = (recordId: string) => [...acts.values()].filter((act) => act.recordId === recordId)

	async function look(reader: Visitor): Promise<void> {
		vkey ??= (await reader.get('/log/key')).text
		const { status, text } = await reader.get('/log/checkpoint')
		if (status !== 200) throw new Error(`/log/checkpoint: ${String(status)}`)
		const seen = checkedNote(text, vkey)
		if (!newest || seen.size >= newest.size) newest = seen
	}

	async function logBreaches(reader: Visitor): Promise<readonly string[]> {
		const before = newest
		const key = await reader.get('/log/key')
		if (vkey !== null && key.text !== vkey) return ['the key of the log is another one']
		if (!before) return []
		const now = checkedNote((await reader.get('/log/checkpoint')).text, key.text)
		if (now.size < before.size)
			return [`the log has ${String(now.size)} leaves, and had ${String(before.size)}`]
		if (now.size === before.size) return now.root.equals(before.root) ? [] : ['one size has two roots']
		const query = `from=${String(before.size)}&to=${String(now.size)}`
		const proof = (await reader.get(`/log/consistency?${query}`)).text.split('\n').slice(0, -1)
		const holds = isBeginning(
			before,
			now,
			proof.map((line) => Buffer.from(line, 'base64')),
		)
		newest = now
		return holds
			? []
			: [`the log of ${String(now.size)} leaves is not the continuation of the one that was seen`]
	}

	return {
		look,
		sent: ({ kind, recordId }) => {
			if (kind !== 'withdrawal') return
			for (const act of versionsOf(recordId)) if (act.withdrawn === 'no') act.withdrawn = 'asked'
		},
		heard: ({ kind, marker, recordId, pieces }) => {
			last.push(marker)
			if (kind !== 'withdrawal') acts.set(marker, { kind, marker, recordId, pieces, withdrawn: 'no' })
			// A record is withdrawn with all of its versions.
			else for (const act of versionsOf(recordId)) act.withdrawn = 'yes'
		},
		heardOfFile: (upload) => void files.push(upload),
		acts: () => [...acts.values()],
		files: () => files,
		newest: () => newest,
		breaches: async (reader, which) => {
			const found = [...(await logBreaches(reader))]
			for (const marker of which === 'all' ? acts.keys() : last) {
				const act = acts.get(marker)
				const breach = act && vkey !== null ? await actBreach(reader, act, vkey) : null
				if (breach !== null) found.push(breach)
			}
			last = []
			return found
		},
	}
}

async function actBreach(reader: Visitor, act: Acknowledged, vkey: string): Promise<string | null> {
	const { recordId, marker, withdrawn } = act
	const file = `/records/${recordId}.json`
	const first = await reader.get(file)
	// Hidden by the list outside the database; the act that withdraws it may be on its way.
	if (withdrawn === 'asked' && first.status === 410) return null
	if (first.status !== 200) return `${marker}: ${file} answers ${told(first)}`
	const newest = JSON.parse(first.text) as Page
	const receiptAt = (version: number) => reader.get(`/log/receipt/${recordId}?version=${String(version)}`)
	if (newest.entry.kind === 'verification.withdrawn') {
		if (withdrawn === 'no') return `${marker} is withdrawn, and nobody asked for it`
		const before = await reader.get(`${file}?version=${String(newest.entry.version - 1)}`)
		if (before.status !== 410) return `${marker} is withdrawn, and its text is answered: ${told(before)}`
		return receiptBreach(newest, await receiptAt(newest.entry.version), { marker, vkey })
	}
	if (withdrawn === 'yes') return `${marker} was withdrawn, and ${file} answers ${told(first)}`
	for (let version = newest.entry.version; version >= 1; version -= 1) {
		const page = JSON.parse((await reader.get(`${file}?version=${String(version)}`)).text) as Page
		// Evidence is carried from one version to the next, with the words of the one before.
		if (!JSON.stringify({ ...page.content, evidence: null }).includes(`"${marker}`)) continue
		return receiptBreach(page, await receiptAt(version), { marker, vkey })
	}
	return `${marker}: acknowledged, and none of the ${String(newest.entry.version)} versions of ${recordId} is it`
}

type Page = {
	readonly entry: { readonly kind: string; readonly version: number; readonly contentHash: string }
	salt: string
	content: object
}

function receiptBreach(
	{ entry, salt, content }: Page,
	{ status, text }: { status: number; text: string },
	{ marker, vkey }: { marker: string; vkey: string },
): string | null {
	if (status !== 200) return `${marker}: its receipt answers ${String(status)}`
	if (sealOf(Buffer.from(salt, 'base64'), content) !== entry.contentHash)
		return `${marker}: its content is not what its entry seals`
	try {
		const logged = checkedReceipt(text, vkey).entry.toString('utf8')
		return logged === canonical(entry) ? null : `${marker}: its receipt is of another entry`
	} catch (error) {
		return `${marker}: ${error instanceof Error ? error.message : String(error)}`
	}
}
