import type { Block } from '#reports/pdf/block.ts'
import { planCover, unreadable } from '#reports/plan-report/cover.ts'
import { draftRound } from '#reports/plan-report/draft-round.ts'
import { planMethod } from '#reports/plan-report/method.ts'
import { countShown } from '#reports/plan-report/shown.ts'
import { amendments } from './amendments.ts'
import { obligations } from './calendar.ts'
import { consultations } from './consultations.ts'
import { details } from './details.ts'
import { expectations } from './expectations.ts'
import { commitmentsTable, divergences, overdue } from './lists.ts'
import type { ProgressReport } from './model.ts'
import { since } from './since.ts'
import { levelsTable, requirements } from './standing.ts'
import { summary } from './summary.ts'
import { fixRateBlocks } from './threads.ts'
import type { Words } from '#reports/document/words.ts'

/** What the progress report says, in which order, called what. */
export function layoutProgressReport(report: ProgressReport, words: Words): readonly Block[] {
	const body = details(report, words)
	return [
		planCover(report, { kicker: words.say('report.progress.kicker') }, words),
		...unreadable(report, words),
		...summary(report, words, countShown(body)),
		...levelsTable(report, words),
		...since(report, words),
		...draftRound(report, words),
		...expectations(report, words),
		...requirements(report, words),
		...commitmentsTable(report, words),
		...divergences(report, words),
		...overdue(report, words),
		...fixRateBlocks(report, words),
		...obligations(report, words),
		...consultations(report, words),
		...amendments(report, words),
		...body,
		...planMethod(report, words),
	]
}
