import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { NestedPlan } from '#app/import/plan-from-nested.ts'
import { projectFolder } from '#app/project-folder.ts'

const folder = join(projectFolder, 'prisma', 'seed', 'data')

const LocalMember = z.strictObject({
	no: z.string(),
	member: z.string(),
	joined_year: z.coerce.number(),
	source: z.string(),
})
export type LocalMember = z.infer<typeof LocalMember>

const LocalProgramme = z.strictObject({
	local_government: z.string(),
	joined_year: z.string(),
	commitments_stated: z.string(),
	programme: z.string(),
	description_own_words: z.string(),
	source: z.string(),
})
export type LocalProgramme = z.infer<typeof LocalProgramme>

const UsCommitment = z.strictObject({
	commitment_id: z.string(),
	title: z.string(),
	theme: z.string(),
	page: z.string(),
	detail: z.string(),
})
export type UsCommitment = z.infer<typeof UsCommitment>

/** What prisma/seed/data holds; README.md there names every source. */
export type SeedData = {
	/** Indonesia's plans, national and local, with commitments, milestones and results of the IRM. */
	readonly plans: readonly NestedPlan[]
	/** The local members of the slides of 2020. */
	readonly localMembers: readonly LocalMember[]
	/** Programmes of local governments that the seed documents name. */
	readonly programmes: readonly LocalProgramme[]
	/** The commitments of the fifth plan of the United States. */
	readonly usCommitments: readonly UsCommitment[]
	/** The table of that plan's sub-commitments, as published. */
	readonly usSubcommitments: string
}

/** Reads all data files of the first start. */
export function readSeedData(): SeedData {
	return {
		plans: z.array(NestedPlan).parse(JSON.parse(textOf('indonesia_seed.json'))),
		localMembers: z.array(LocalMember).parse(rowsOf('ogp_local_members_2020.csv')),
		programmes: z.array(LocalProgramme).parse(rowsOf('indonesia_local_programmes_seed.csv')),
		usCommitments: z.array(UsCommitment).parse(rowsOf('us_nap5_commitments.csv')),
		usSubcommitments: textOf('us_nap5_subcommitments.csv'),
	}
}

/** What a reader needs of a source that begins with the name of the file it was copied from. */
export function citation(source: string): string {
	return /^seed \S+ \((.+)\)$/.exec(source)?.[1] ?? source
}

function textOf(file: string): string {
	return readFileSync(join(folder, file), 'utf8')
}

function rowsOf(file: string): unknown {
	return parse(textOf(file), { bom: true, columns: true })
}
