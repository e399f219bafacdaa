import { ImportMapping } from '#app/import/mapping.ts'
import type { PlanSetting } from '#app/import/plan-part.ts'
import { readPlanFile } from '#app/import/read-plan-file.ts'
import type { NamedMapping } from '#app/import/read-plan-file.ts'
import canada from '../../docs/import-mappings/canada-nap5-indicators.json' with { type: 'json' }
import tenColumns from '../../docs/import-mappings/ten-columns.json' with { type: 'json' }
import unitedStates from '../../docs/import-mappings/us-nap5-subcommitments.json' with { type: 'json' }

/** Our layout with ten columns. */
export function aMapping(): NamedMapping {
	return { name: 'ten-columns', mapping: ImportMapping.parse(tenColumns) }
}

const MAPPINGS: readonly NamedMapping[] = [
	aMapping(),
	{ name: 'us-nap5-subcommitments', mapping: ImportMapping.parse(unitedStates) },
	{ name: 'canada-nap5-indicators', mapping: ImportMapping.parse(canada) },
]

/** Who imports, into what; one thing overridden. */
export function aPlanSetting(over: Partial<PlanSetting> = {}): PlanSetting {
	return {
		planId: 'id-test',
		memberId: 'indonesia',
		today: '2026-11-21',
		language: null,
		plan: { title: 'A plan' },
		fileName: 'plan.csv',
		...over,
	}
}

/** A file's bytes as the import reads them, with the mapping that fits its columns. */
export function readBytes(bytes: Uint8Array, over: Partial<PlanSetting> = {}) {
	return readPlanFile(bytes, MAPPINGS, aPlanSetting(over))
}

/** Text typed in a test as the import reads it. */
export function readText(text: string, over: Partial<PlanSetting> = {}) {
	return readBytes(new TextEncoder().encode(text), over)
}

const HEADER =
	'No;Theme;Commitment;Lead institution;Supporting institutions;Start date;End date;IRM completion (progress report);Potential impact;Specificity'

/** A table in the layout with ten columns. */
export function aTenColumnFile(...rows: readonly string[]): string {
	return [HEADER, ...rows].join('\n')
}
