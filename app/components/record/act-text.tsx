import { ClaimCard } from '#app/components/progress-update/claim-card.tsx'
import { ProvenanceNote } from '#app/components/provenance-note.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { VerificationCard } from '#app/components/verification/verification-card.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { ActInPlan } from '#app/domain/plan-record/queries.server.ts'
import type { ActContent } from '#app/domain/record/schema.ts'
import type { Say } from '#app/i18n/translate.ts'

type ActTextProps = {
	/** Null where nothing is left that could be shown. */
	content: ActContent | null
	/** Null where the surroundings of the act cannot be read. */
	act: Pick<ActInPlan, 'claim' | 'verification'> | null
}

/** What an act says, whatever its kind. */
export function ActText({ content, act }: ActTextProps) {
	const words = useWords()
	if (content === null) return null
	if (act?.claim) return <ClaimCard claim={act.claim} headingLevel={2} />
	if (act?.verification) return <VerificationCard verification={act.verification} headingLevel={2} />
	const rows = rowsOf(content, words)
	return (
		<>
			{rows.length > 0 ? <SummaryList rows={rows} /> : null}
			{'source' in content && content.source !== null ? (
				<ProvenanceNote
					source={content.source}
					sourceUrl={content.sourceUrl}
					publishedOn={null}
					importedBy={null}
				/>
			) : null}
		</>
	)
}

/** A figure for a whole plan is named by what it counts. */
function indicatorName({ indicator, value }: { indicator: string; value: string | null }, say: Say): string {
	if (indicator !== 'PLAN_TOTAL' || value === null) return say(`indicator.${indicator}`)
	return say(`plan-total.${value}`)
}

function rowsOf(content: ActContent, words: Words): SummaryRow[] {
	const { say, format } = words
	const missing = say('missing.text')
	if (content.kind === 'irm-coding.published') {
		return [
			{ key: say('coding.indicator'), value: indicatorName(content, say) },
			{ key: say('coding.value'), value: content.valueAsPublished },
			{ key: say('coding.product'), value: content.product },
			{ key: say('coding.year'), value: content.year === null ? missing : String(content.year) },
		]
	}
	if (content.kind === 'report.published') {
		return [
			{ key: say('report.as-of'), value: format.day(content.asOfOn) },
			{ key: say('report.template'), value: content.templateVersion },
			{ key: say('report.snapshot'), value: <code className="app-hash">{content.snapshotHash}</code> },
		]
	}
	return 'titleEn' in content ? textRows(content, words) : []
}

type TextContent = Extract<ActContent, { titleEn: string | null }>

function textRows(content: TextContent, { say, format }: Words): SummaryRow[] {
	const dayOr = (day: string | null) => (day === null ? say('missing.text') : format.day(day))
	const rows: SummaryRow[] = [
		{ key: say('record.title-row'), value: <TextIn text={{ en: content.titleEn, id: content.titleId }} /> },
		{ key: say('period.start'), value: dayOr(content.startsOn) },
		{ key: say('period.end'), value: dayOr(content.endsOn) },
	]
	if ('descriptionEn' in content) {
		const description = { en: content.descriptionEn, id: content.descriptionId }
		rows.push(
			{ key: say('commitment.description'), value: <TextIn text={description} /> },
			{ key: say('commitment.lead'), value: content.leadInstitution ?? say('missing.text') },
		)
	}
	if ('deliverableEn' in content) {
		const deliverable = { en: content.deliverableEn, id: content.deliverableId }
		rows.push({ key: say('milestone.deliverable'), value: <TextIn text={deliverable} /> })
	}
	return rows
}
