import type { PlanView } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { OpenRecords } from '#app/domain/open-data/queries.server.ts'
import {
	assessmentLines,
	codingLines,
	commitmentLines,
	decisionLines,
	findingLines,
	milestoneLines,
	replyLines,
	updateLines,
} from '#app/domain/open-data/view.ts'
import { COMMITMENT_COLUMNS } from './commitment-columns.ts'
import { ASSESSMENT_COLUMNS, CODING_COLUMNS } from './independent-columns.ts'
import { MEMBER_COLUMNS } from './member-columns.ts'
import { MILESTONE_COLUMNS } from './milestone-columns.ts'
import { openItems, openRows } from './open-data.ts'
import type { OpenColumn, OpenValue } from './open-data.ts'
import { PLAN_COLUMNS } from './plan-columns.ts'
import { PRACTICE_COLUMNS } from './practice-columns.ts'
import { DECISION_COLUMNS, REPLY_COLUMNS } from './thread-columns.ts'
import { UPDATE_COLUMNS } from './update-columns.ts'
import { VERIFICATION_COLUMNS } from './verification-columns.ts'

/** What lines are made of: the public records, the site's own address, and what day it is for a plan's member. */
export type OpenWorld = OpenRecords & {
	readonly origin: string
	readonly dayOf: (plan: PlanView) => CalendarDay
}

export const OPEN_TABLE_NAMES = [
	'members',
	'plans',
	'commitments',
	'milestones',
	'milestone-updates',
	'verifications',
	'replies',
	'decisions',
	'irm-codings',
	'local-assessments',
	'practices',
] as const
export type OpenTableName = (typeof OPEN_TABLE_NAMES)[number]

export type OpenTable = {
	/** Its columns: the name in the file, and the key of its explanation. */
	readonly columns: readonly { readonly name: string; readonly key: string }[]
	/** What makes a row one of its own. */
	readonly key: readonly string[]
	readonly rows: (world: OpenWorld) => readonly (readonly string[])[]
	readonly items: (world: OpenWorld) => readonly Readonly<Record<string, OpenValue>>[]
}

/** Every table of the open data. The page, the files, the data package and the ZIP are made of this list. */
export const OPEN_TABLES: Readonly<Record<OpenTableName, OpenTable>> = {
	members: table(['member'], MEMBER_COLUMNS, ({ members, origin }) =>
		members.map((member) => ({ member, origin })),
	),
	plans: table(['plan'], PLAN_COLUMNS, ({ records, origin }) =>
		records.map(({ plan }) => ({ plan, origin })),
	),
	commitments: table(['commitment'], COMMITMENT_COLUMNS, ({ records, ...asked }) =>
		commitmentLines(records, asked),
	),
	milestones: table(['milestone'], MILESTONE_COLUMNS, ({ records }) => milestoneLines(records)),
	'milestone-updates': table(['record'], UPDATE_COLUMNS, ({ records }) => updateLines(records)),
	verifications: table(['record'], VERIFICATION_COLUMNS, ({ records }) => findingLines(records)),
	replies: table(['record', 'version'], REPLY_COLUMNS, ({ records }) => replyLines(records)),
	decisions: table(['record', 'version'], DECISION_COLUMNS, ({ records }) => decisionLines(records)),
	'irm-codings': table(['record', 'version'], CODING_COLUMNS, ({ records }) => codingLines(records)),
	'local-assessments': table(['record'], ASSESSMENT_COLUMNS, ({ records }) => assessmentLines(records)),
	practices: table(['record'], PRACTICE_COLUMNS, ({ practices, origin }) =>
		practices.map((practice) => ({ practice, origin })),
	),
}

function table<Line>(
	key: readonly string[],
	columns: readonly OpenColumn<Line>[],
	linesOf: (world: OpenWorld) => readonly Line[],
): OpenTable {
	return {
		columns,
		key,
		rows: (world) => openRows(columns, linesOf(world)),
		items: (world) => openItems(columns, linesOf(world)),
	}
}
