import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { findPublishedFile } from '#app/domain/plan-file/queries.server.ts'
import { differences } from '#app/domain/plan-file/rules.ts'
import { planCsvRows, planWorkbook } from '#app/export/plan-workbook.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { writeXlsx } from '#app/export/write-xlsx.ts'
import { PUBLISHED_NOTES, SAY, planChoices } from '#app/http/plan-file-answer.server.ts'
import { openPlanTemplate, readPlanTemplate } from '#app/import/read-plan-template.ts'
import { seed } from '#prisma/seed.ts'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const now = new Date('2026-11-21T20:00:00Z')

let database: Database
beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now })
})
afterAll(() => database.close())

test.each(['contoh-2025', 'id-nap1', 'id-nap3', 'id-nap6', 'id-nap7', 'brebes-ap1', 'us-nap5'])(
	'%s, taken along and sent back unchanged, has 0 differences',
	async (planId) => {
		const withdrawals = withdrawalList([], () => {})
		const ctx = { db: database.db, actor: PUBLIC_ACTOR, now, requestId: 'test', withdrawals }
		const { file, memberId } = await findPublishedFile(ctx, planId)
		const choices = await planChoices({ ctx }, memberId)
		for (const locale of ['en', 'id'] as const) {
			const input = { file, isPublished: true, choices, locale, say: SAY, notes: PUBLISHED_NOTES }
			const files = [writeXlsx(planWorkbook(input)), new TextEncoder().encode(writeCsv(planCsvRows(input)))]
			for (const bytes of files) {
				const read = readPlanTemplate(openPlanTemplate(bytes), { choices, there: file, isPublished: true })
				expect(read.problems).toEqual([])
				expect(read.file && differences(file, read.file)).toEqual([])
				expect(read.file?.commitments).toHaveLength(file.commitments.length)
				expect(read.file?.milestones).toHaveLength(file.milestones.length)
			}
		}
	},
)
