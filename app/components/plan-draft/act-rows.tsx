import { TextIn } from '#app/components/text-in.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import type { Words } from '#app/components/words.tsx'
import type { ActContent } from '#app/domain/record/schema.ts'
import { consultationHref, planCheckpointsHref } from './addresses.ts'

/** What the act of a plan that enters a stage says; the text of a consultation is on its own page. */
export function stageRows(
	content: Extract<ActContent, { kind: 'plan-stage.published' }>,
	{ say, format, locale }: Words,
): SummaryRow[] {
	const { stage, effectiveOn, closesOn, noteEn, noteId, recordId, text } = content
	return [
		{ key: say('plan.status'), value: say(`plan-status.${stage}`) },
		{ key: say('plan-stage.since'), value: format.day(effectiveOn) },
		...(closesOn === null
			? []
			: [{ key: say('plan-draft.consultation.closes'), value: format.day(closesOn) }]),
		...(noteEn === null && noteId === null
			? []
			: [{ key: say('plan-stage.note'), value: <TextIn text={{ en: noteEn, id: noteId }} /> }]),
		...(text === null
			? []
			: [
					{
						key: say('consultation.text'),
						value: (
							<a className="govuk-link" href={consultationHref(locale, recordId)}>
								{say('consultation.caption')}
							</a>
						),
					},
				]),
	]
}

/** What the act of a checkpoint that is opened again says. */
export function reopeningRows(
	content: Extract<ActContent, { kind: 'checkpoint.reopened' }>,
	{ say, format, locale }: Words,
): SummaryRow[] {
	const { untilOn, reasonEn, reasonId, planId } = content
	return [
		{ key: say('checkpoint.until'), value: format.day(untilOn) },
		{ key: say('checkpoint.reason'), value: <TextIn text={{ en: reasonEn, id: reasonId }} /> },
		{
			key: say('checkpoint.code'),
			value: (
				<a className="govuk-link" href={planCheckpointsHref(locale, planId)}>
					{say('checkpoints.title')}
				</a>
			),
		},
	]
}
