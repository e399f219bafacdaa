import { cleanAll } from './clean-all.ts'
import { fileSite } from './file-site.ts'
import { FLOOD_CASES } from './floods.ts'
import { HOSTILE_DOCUMENTS } from './hostile-documents.ts'
import { HOSTILE_OTHERS } from './hostile-others.ts'
import { hostilePictures } from './hostile-pictures.ts'
import { DOOR_CASES } from './through-the-door.ts'
import { TRUE_DOCUMENTS } from './true-documents.ts'
import { TRUE_PICTURES } from './true-pictures.ts'
import { faultOfHostile, faultOfTrue } from './verdicts.ts'

// Files that people send and files that somebody sends to do harm, through the cleaning and through the doors:
//   tsx tests/uploads/uploads.ts [--quick] [--json]
// true ones taken 100 %, hostile ones refused or made harmless 100 %, none ever handed out as something that acts.

const startedAt = performance.now()
const isJson = process.argv.includes('--json')
const faults: string[] = []
const counts = { true: 0, taken: 0, hostile: 0, refused: 0, harmless: 0, throughTheDoor: 0 }

const isQuick = process.argv.includes('--quick')
const someOf = <File>(files: readonly File[]) => (isQuick ? files.filter((_file, at) => at % 5 === 0) : files)

await cleanAll(someOf([...TRUE_PICTURES, ...TRUE_DOCUMENTS]), async (file, outcome) => {
	counts.true += 1
	const fault = await faultOfTrue(file, outcome)
	if (fault) faults.push(`${file.name}: ${fault}`)
	else counts.taken += 1
})
await cleanAll(
	someOf([...(await hostilePictures()), ...HOSTILE_DOCUMENTS, ...HOSTILE_OTHERS]),
	async (file, outcome) => {
		counts.hostile += 1
		const fault = await faultOfHostile(file, outcome)
		if (fault) faults.push(`${file.name}: ${fault}`)
		else if ('refusal' in outcome) counts.refused += 1
		else counts.harmless += 1
	},
)

const site = await fileSite()
for (const { name, run } of someOf([...DOOR_CASES, ...FLOOD_CASES])) {
	counts.throughTheDoor += 1
	const fault = await run(site)
	if (fault) faults.push(`${name}: ${fault}`)
}
await site.close()

const seconds = Math.round((performance.now() - startedAt) / 100) / 10
const result = { ...counts, files: counts.true + counts.hostile + counts.throughTheDoor, seconds, faults }
process.stdout.write(isJson ? `${JSON.stringify(result)}\n` : report())
process.exitCode = faults.length === 0 ? 0 : 1

function report(): string {
	return [
		...faults.map((fault) => `✗ ${fault}`),
		`true files      ${String(counts.taken)} of ${String(counts.true)} taken`,
		`hostile files   ${String(counts.refused)} refused, ${String(counts.harmless)} made harmless, of ${String(counts.hostile)}`,
		`${String(counts.throughTheDoor)} requests through the doors, with bodies of 300 MB among them`,
		`${String(seconds)} s`,
		'',
	].join('\n')
}
