import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { ReportAbout } from '#app/domain/report-kind/rules.ts'

/** What a report of a plan is called in lists. */
export function reportTitle(
	{ kind, checkpointCode, organization }: ReportAbout,
	{ say, locale }: Pick<Words, 'say' | 'locale'>,
): string {
	if (checkpointCode !== undefined)
		return say('reports.kind.checkpoint-report.of', { checkpoint: checkpointCode })
	if (organization === undefined) return say(`reports.kind.${kind}`)
	const by = textIn(organization.name, locale)?.text ?? organization.id
	return say('reports.kind.shadow-report.of', { by })
}
