import type { Database } from '#app/db.server.ts'
import { importPlan } from '#app/domain/action-plan/commands.server.ts'
import type { ImportOutcome } from '#app/domain/action-plan/commands.server.ts'
import type { PlanImport } from '#app/domain/action-plan/schema.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { actsFromImport, countByKind } from '#app/domain/plan-import/view.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import type { MappedMember } from '#app/import/mapping.ts'
import { UNNAMED_MEMBER } from '#app/import/plan-part.ts'
import { readPlanFile } from '#app/import/read-plan-file.ts'
import { importArguments } from './import-arguments.ts'
import type { ImportArguments, UsageFault } from './import-arguments.ts'
import { exitCodeOf, jsonOf, linesOf } from './import-lines.ts'
import type { ImportResult } from './import-lines.ts'
import { importTable } from './import-tables.ts'
import type { Said } from './import-tables.ts'
import { HOST } from './seed/reference.ts'
import { OPERATOR, sayFault, withDatabase } from './with-database.ts'

const now = new Date()
try {
	const { lines, json, exitCode } = await said(importArguments(process.argv.slice(2)))
	const shown = process.argv.includes('--json') ? [JSON.stringify(json, null, '\t')] : lines
	process.stdout.write(`${shown.join('\n')}\n`)
	process.exitCode = exitCode
} catch (error) {
	sayFault(error)
}

async function said(asked: ReturnType<typeof importArguments>): Promise<Said> {
	if ('table' in asked) return importTable(asked, now, (run) => withDatabase(now, run))
	const result: ImportResult =
		'key' in asked
			? { kind: 'usage', fault: asked }
			: await withDatabase(now, (database) => importInto(database, asked))
	return { lines: linesOf(result), json: jsonOf(result), exitCode: exitCodeOf(result) }
}

async function importInto(database: Database, asked: ImportArguments): Promise<ImportResult> {
	const { plan, problems, notices, member } = await readPlanFile(asked.bytes, asked.mappings, {
		planId: asked.planId,
		memberId: await knownMember(database, asked),
		today: utcDay(now),
		language: asked.language,
		plan: asked.plan,
		fileName: asked.file,
	})
	if (!plan) return { kind: 'problems', problems, notices }
	const { memberId } = plan.plan
	const isHere = (await database.db.member.findUnique({ where: { id: memberId } })) !== null
	if (!isHere && asked.dryRun) return { kind: 'outcome', outcome: asIfNew(plan), dryRun: true, notices }
	if (!isHere && member?.id !== memberId) return { kind: 'usage', fault: await memberFault(database, plan) }
	if (!isHere && member) await addMember(database, member)
	const ctx = {
		db: database.db,
		actor: OPERATOR,
		now,
		requestId: 'import',
		withdrawals: withdrawalList([], () => {}),
	}
	return { kind: 'outcome', outcome: await importPlan(ctx, plan, asked), dryRun: asked.dryRun, notices }
}

/** The member the plan belongs to already, the one that is named, or the country whose code begins the plan's id. */
async function knownMember({ db }: Database, { planId, memberId }: ImportArguments): Promise<string | null> {
	const stored = await db.actionPlan.findUnique({ where: { id: planId } })
	if (stored ?? memberId) return stored?.memberId ?? memberId
	const countryCode = planId.split('-')[0]?.toUpperCase() ?? ''
	return (await db.member.findFirst({ where: { level: 'NATIONAL', countryCode } }))?.id ?? null
}

/** What a dry run says of a plan whose member is not here yet: all of it would be new. */
function asIfNew(plan: PlanImport): ImportOutcome {
	const setting = { ruleSetId: '', actorOrganizationId: HOST, importedById: HOST, on: utcDay(now), at: now }
	return { outcome: 'imported', planId: plan.plan.id, added: countByKind(actsFromImport(plan, setting)) }
}

async function memberFault({ db }: Database, { plan }: PlanImport): Promise<UsageFault> {
	const members = (await db.member.findMany({ select: { id: true }, orderBy: { id: 'asc' } }))
		.map(({ id }) => id)
		.join(', ')
	if (plan.memberId === UNNAMED_MEMBER)
		return { key: 'import.usage.member', values: { plan: plan.id, members } }
	return { key: 'import.usage.member-unknown', values: { member: plan.memberId, members } }
}

async function addMember({ db }: Database, member: MappedMember): Promise<void> {
	const data = {
		...member,
		localType: null,
		participationMode: null,
		joinedYear: null,
		notes: [],
		createdAt: now,
	}
	await db.member.create({ data })
}
