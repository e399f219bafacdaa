import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of this installation. Modules run from the sources and from `build`: it is the one with the package's file. */
export const projectFolder = folderAbove(import.meta.dirname)

function folderAbove(folder: string): string {
	if (existsSync(join(folder, 'package.json'))) return folder
	const above = dirname(folder)
	if (above === folder) throw new Error(`no package.json in any folder above ${import.meta.dirname}`)
	return folderAbove(above)
}
