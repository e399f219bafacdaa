import { join } from 'node:path'
import { projectFolder } from '#app/project-folder.ts'

/** An embedded database with every migration and no rows, packed: `initdb` takes seconds, unpacking this does not. */
export const EMPTY_DATABASE = join(projectFolder, 'build', 'empty-database.tar.gz')

/** The same with all first data that do not depend on the day of the first start. */
export const FIRST_DATABASE = join(projectFolder, 'build', 'first-database.tar.gz')
