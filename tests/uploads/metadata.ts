import { cleanAll } from './clean-all.ts'
import type { Outcome } from './clean-all.ts'
import { PLANTED_DOCUMENTS } from './planted-documents.ts'
import { PLANTED_PICTURES } from './planted-pictures.ts'
import type { PlantedFile } from './planted.ts'
import { holds, readable } from './public-bytes.ts'

// Words planted wherever pictures and documents carry something beside what they show:
//   tsx tests/uploads/metadata.ts [--quick] [--json]
// none of them may be in a public byte: as letters of any kind, in hex, in base64, or inside a packed stream.

const startedAt = performance.now()
const isJson = process.argv.includes('--json')
const isQuick = process.argv.includes('--quick')
const faults: string[] = []
const counts = { pictures: 0, documents: 0, refused: 0, needles: 0, found: 0 }

const all = [...PLANTED_PICTURES, ...PLANTED_DOCUMENTS]
const files = isQuick ? all.filter((_file, at) => at % 4 === 0) : all

await cleanAll(files, async (file, outcome) => {
	const fault = await faultOf(file, outcome)
	if (fault) faults.push(`${file.name}: ${fault}`)
})

const seconds = Math.round((performance.now() - startedAt) / 100) / 10
const result = { ...counts, seconds, faults }
process.stdout.write(isJson ? `${JSON.stringify(result)}\n` : report())
process.exitCode = faults.length === 0 ? 0 : 1

async function faultOf(file: PlantedFile, outcome: Outcome): Promise<string | null> {
	if (file.isRefused) {
		counts.refused += 1
		return 'refusal' in outcome ? null : 'was taken'
	}
	counts[file.name.endsWith('.pdf') ? 'documents' : 'pictures'] += 1
	counts.needles += file.needles.length
	// A search that cannot find what is there proves nothing.
	const original = await file.bytes()
	const opened = readable(original)
	const unseen = file.needles.filter((needle) => !holds(original, needle, opened))
	if (unseen.length > 0) return `${String(unseen.length)} needles were not planted: ${unseen.join(', ')}`
	if ('refusal' in outcome) return `was refused: ${outcome.refusal}`
	const left = [outcome.file, outcome.preview].flatMap((bytes) => {
		if (!bytes) return []
		const all = readable(bytes)
		return file.needles.filter((needle) => holds(bytes, needle, all))
	})
	counts.found += left.length
	return left.length > 0 ? `still holds ${left.map(String).join(', ')}` : null
}

function report(): string {
	return [
		...faults.map((fault) => `✗ ${fault}`),
		`${String(counts.found)} of ${String(counts.needles)} needles found in public bytes`,
		`${String(counts.pictures)} pictures, ${String(counts.documents)} documents, ${String(counts.refused)} of kinds that are refused`,
		`${String(seconds)} s`,
		'',
	].join('\n')
}
