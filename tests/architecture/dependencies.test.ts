import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { handWrittenFiles, textOf } from './source-files.ts'

const wanted = { ...manifest.dependencies, ...manifest.devDependencies }
const written = handWrittenFiles()
	.filter((path) => path.startsWith('docs/decisions/'))
	.map(textOf)
	.join('\n')

test('every version is exact', () => {
	expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
		[],
	)
})

test('every dependency is named in a decision record', () => {
	const names = Object.keys(wanted).filter((name) => !name.startsWith('@types/'))
	expect(names.filter((name) => !written.includes(`\`${name}\``))).toEqual([])
})

test('nothing runs, and so nothing is downloaded, while packages are installed', () => {
	expect(textOf('.npmrc')).toMatch(/^ignore-scripts=true$/m)
})
