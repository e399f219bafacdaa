import { useWords } from '#app/components/words.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { addDays } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { PlanDraftView } from '#app/domain/plan-draft/view.ts'
import { dayAsTyped } from '#app/domain/typed-day.ts'
import { draftHref } from './addresses.ts'
import { DraftForm } from './draft-form.tsx'
import type { FieldSpec } from './field-specs.ts'
import { DraftCaption } from './plan-overview.tsx'

type ConsultationFormProps = { draft: PlanDraftView; person: Signed; rejected: Rejected }

/** Until when the text of a plan is open to comments, and what the public is told. */
export function ConsultationForm({ draft, person, rejected }: ConsultationFormProps) {
	const { say, locale, format } = useWords()
	const earliest = addDays(draft.today, draft.consultationDays)
	return (
		<DraftForm
			person={person}
			member={draft.member}
			title={say('plan-draft.consultation.open')}
			caption={<DraftCaption draft={draft} />}
			backHref={draftHref(locale, draft.id)}
			action={draftHref(locale, draft.id, 'consultation')}
			version={draft.version}
			button={say('plan-draft.consultation.publish')}
			fields={consultationFields(earliest)}
			rejected={rejected}
			closed={draft.state === 'SUBMITTED' ? say('refusal.draft_already_submitted') : null}
		>
			<p className="govuk-body">
				{say('plan-draft.consultation.lead', {
					days: format.count(draft.consultationDays),
					on: format.day(earliest),
				})}
			</p>
		</DraftForm>
	)
}

function consultationFields(earliest: CalendarDay): readonly FieldSpec[] {
	const note = { kind: 'text' as const, label: 'plan-draft.consultation.note', rows: 4, stored: null }
	return [
		{
			name: 'closesOn',
			kind: 'day',
			label: 'plan-draft.consultation.closes',
			hint: 'day.hint',
			stored: dayAsTyped(earliest),
		},
		{ ...note, name: 'noteId', lang: 'id', hint: 'plan-draft.consultation.note.hint' },
		{ ...note, name: 'noteEn', lang: 'en' },
	]
}
