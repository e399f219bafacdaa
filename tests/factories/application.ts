import type { Database } from '#app/db.server.ts'
import type { ApplicationCallVersion, Prisma } from '#prisma/generated/client.ts'
import { beginApplication } from '#app/domain/application/commands/begin-application.server.ts'
import { confirmText, writeText } from '#app/domain/application/commands/write-text.server.ts'
import { as } from './stored-plan.ts'

export const FIELDS_OF_2020 = ['REASONS', 'TRACK_RECORD', 'CAPACITY', 'BENEFIT'] as const

type CallFacts = Partial<Pick<ApplicationCallVersion, 'opensOn' | 'closesOn' | 'extendedTo'>> & {
	readonly id?: string
}

/** A call with the fields of 2020 that is open from 1 June to 14 August 2026. */
export async function storeCall(
	{ db }: Database,
	{ id = 'open-call', ...over }: CallFacts = {},
): Promise<string> {
	await db.applicationCall.create({ data: { id } })
	await db.applicationCallVersion.create({
		data: {
			callId: id,
			version: 1,
			year: 2026,
			nameEn: 'A call',
			nameId: 'Sebuah undangan',
			fieldSetId: 'ogp-local-2020.1',
			opensOn: '2026-06-01',
			closesOn: '2026-08-14',
			monthsLeft: { least: 16, best: null, isRequired: true },
			letters: [{ kind: 'HEAD_OF_GOVERNMENT', least: 1, by: 'FULL_APPLICATION' }],
			stages: [],
			notes: [],
			source: 'test',
			criteria: [],
			...over,
		},
	})
	return id
}

/** Another version of a call that says something otherwise, without an act. */
export async function storeCallVersion(
	{ db }: Database,
	callId: string,
	over: Partial<Prisma.ApplicationCallVersionUncheckedCreateInput>,
): Promise<void> {
	const { monthsLeft, letters, criteria, stages, notes, ...newest } =
		await db.applicationCallVersion.findFirstOrThrow({ where: { callId }, orderBy: { version: 'desc' } })
	const json = (value: Prisma.JsonValue) => value as Prisma.InputJsonValue
	await db.applicationCallVersion.create({
		data: {
			...newest,
			...{ letters: json(letters), criteria: json(criteria), stages: json(stages), notes: json(notes) },
			...(monthsLeft === null ? {} : { monthsLeft: json(monthsLeft) }),
			...over,
			version: newest.version + 1,
		},
	})
}

/** An application of the example member, begun by its secretariat. */
export async function anApplication(database: Database, callId: string): Promise<string> {
	const begun = { memberId: 'example', callId, language: 'id' as const }
	return (await beginApplication(as(database, 'secretariat'), begun)).applicationId
}

/** Has government write every field, and both sides stand behind it. */
export async function agree(
	database: Database,
	applicationId: string,
	fields: readonly string[],
): Promise<void> {
	for (const field of fields) {
		const answer = { version: 0, text: `Teks ${field}` }
		await writeText(as(database, 'poc'), { applicationId, field, answer })
		for (const who of ['poc', 'monitor'] as const)
			await confirmText(as(database, who), { applicationId, field, version: 1 })
	}
}
