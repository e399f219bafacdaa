import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Context } from '#app/domain/context.ts'
import { projectFolder } from '#app/project-folder.ts'
import { memberNames } from './rules.ts'
import type { MemberNames } from './rules.ts'
import { MemberNameRow } from './schema.ts'
import { namedMembers } from './view.ts'
import type { NamedMemberView } from './view.ts'

/** The table as it is kept with the sources, where everybody can see what was changed in it and when. */
const TABLE = join('prisma', 'seed', 'data', 'member-names.csv')

let kept: MemberNames | null = null

/** The table of members' names of this installation; it is read once. Throws where it contradicts itself. */
export function readMemberNames(): MemberNames {
	kept ??= memberNames(z.array(MemberNameRow).parse(rowsOf(join(projectFolder, TABLE))))
	return kept
}

/** Every member of the table with all its names, and whether the member has a page here. */
export async function listNamedMembers(ctx: Context): Promise<readonly NamedMemberView[]> {
	const stored = await ctx.db.member.findMany({
		where: { isDemonstration: false },
		select: { id: true, level: true, countryCode: true },
	})
	return namedMembers(readMemberNames().rows, stored)
}

function rowsOf(file: string): unknown {
	return parse(readFileSync(file, 'utf8'), { bom: true, columns: true })
}
