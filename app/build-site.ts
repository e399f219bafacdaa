import { join, relative } from 'node:path'
import { build } from 'vite'
import type { Rollup } from 'vite'
import { SITE, isInput, recordBuild } from './build.server.ts'
import { projectFolder } from './project-folder.ts'

// The last step of a build: the process of `npm start` becomes one file beside its packages, and what all was made
// from is written down.

const built = await build({
	root: projectFolder,
	configFile: false,
	publicDir: false,
	logLevel: 'error',
	build: {
		ssr: 'server.ts',
		outDir: join(SITE, '..'),
		emptyOutDir: true,
		target: 'node20',
		rollupOptions: { output: { entryFileNames: 'server.js', chunkFileNames: '[name]-[hash].js' } },
	},
})

// A file that is bundled and not among the inputs could change without the next start building anew.
const missed = outputsOf(built)
	.flatMap(modulesOf)
	.filter((file) => !isInput(file))
if (missed.length > 0) throw new Error(`not among the inputs of the build: ${missed.join(', ')}`)
recordBuild()

function outputsOf(made: typeof built): readonly Rollup.RollupOutput[] {
	if ('on' in made) return []
	return Array.isArray(made) ? made : [made]
}

/** The project's own files in what was made, from its folder; the generated client is made from the schema. */
function modulesOf({ output }: Rollup.RollupOutput): readonly string[] {
	return output
		.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
		.filter((id) => id.startsWith(projectFolder) && !id.includes('/node_modules/'))
		.map((id) => relative(projectFolder, id))
		.filter((file) => !file.startsWith('prisma/generated/'))
}
