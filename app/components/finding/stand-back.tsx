import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { chosenIn } from '#app/components/workspace/chosen-in.ts'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { INTERESTS, SCOPES } from '#app/domain/conflict/rules.ts'
import { REASON_MAX_CHARACTERS, REPLACEMENTS } from '#app/domain/recusal/rules.ts'
import type { StandBackView } from '#app/domain/recusal/view.ts'
import { standBackHref, verifyCommitmentHref } from './addresses.ts'

type StandBackProps = { view: StandBackView; person: Signed; rejected: Rejected }

type StandBackText = {
	scope: string
	interests: string[]
	reasonId: string
	reasonEn: string
	replacement: string
	personId: string
	otherId: string
}

/** Where a monitor, or their organization, stands back from a commitment in public. */
export function StandBack({ view, person, rejected }: StandBackProps) {
	const { say, locale, format } = useWords()
	const [, fields] = useForm<StandBackText>({ id: 'answer', lastResult: rejected?.reply })
	const { scope, interests, reasonId, reasonEn, replacement, personId, otherId } = fields
	const inOrder = [scope, interests, reasonId, reasonEn, replacement, personId, otherId]
	const { commitment, member } = view
	return (
		<WorkspacePage
			person={person}
			member={member}
			backHref={verifyCommitmentHref(locale, commitment.id)}
			errors={errorsOf(rejected, inOrder, say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={commitment.title} />}>{say('recusal.title')}</PageTitle>
			<p className="govuk-body">{say('recusal.lead', { until: format.day(view.untilOn) })}</p>
			{view.isRecused && !rejected ? (
				<WarningText>{say('refusal.recused')}</WarningText>
			) : (
				<QuestionForm action={standBackHref(locale, commitment.id)} button={say('recusal.publish')}>
					<WhoAndWhy fields={fields} view={view} />
					<Replacement fields={fields} view={view} />
				</QuestionForm>
			)}
		</WorkspacePage>
	)
}

type PartProps = { fields: ReturnType<typeof useForm<StandBackText>>[1]; view: StandBackView }

function WhoAndWhy({ fields, view }: PartProps) {
	const { say, locale } = useWords()
	const interests = fieldFrom(fields.interests, say)
	const organization = textIn(view.organizationName, locale)?.text ?? ''
	return (
		<>
			<Radios
				{...fieldFrom(fields.scope, say)}
				label={say('recusal.scope')}
				size="s"
				items={SCOPES.map((code) => ({ value: code, label: say(`recusal.scope.${code}`, { organization }) }))}
			/>
			<Checkboxes
				{...interests}
				defaultValue={chosenIn(interests.defaultValue)}
				label={say('recusal.interests')}
				hint={say('recusal.interests.hint')}
				size="s"
				items={INTERESTS.map((code) => ({ value: code, label: say(`interest.${code}`) }))}
			/>
			<TextArea
				{...fieldFrom(fields.reasonId, say)}
				label={say('recusal.reason.id')}
				hint={say('recusal.reason.hint')}
				lang="id"
				rows={3}
				maxLength={REASON_MAX_CHARACTERS}
			/>
			<TextArea
				{...fieldFrom(fields.reasonEn, say)}
				label={say('recusal.reason.en')}
				lang="en"
				rows={3}
				maxLength={REASON_MAX_CHARACTERS}
			/>
		</>
	)
}

function Replacement({ fields, view }: PartProps) {
	const { say, locale } = useWords()
	const nobody = { value: '', text: say('workspace.choose') }
	const colleagues = view.colleagues.map(({ id, name }) => ({ value: id, text: name }))
	const others = view.otherOrganizations.map(({ id, name }) => ({
		value: id,
		text: textIn(name, locale)?.text ?? id,
	}))
	return (
		<>
			<Radios
				{...fieldFrom(fields.replacement, say)}
				label={say('recusal.replacement')}
				size="s"
				items={REPLACEMENTS.map((code) => ({ value: code, label: say(`recusal.replacement.${code}`) }))}
			/>
			{colleagues.length === 0 ? null : (
				<Select
					{...fieldFrom(fields.personId, say)}
					label={say('recusal.person')}
					hint={say('recusal.person.hint')}
					items={[nobody, ...colleagues]}
				/>
			)}
			{others.length === 0 ? null : (
				<Select
					{...fieldFrom(fields.otherId, say)}
					label={say('recusal.other')}
					items={[nobody, ...others]}
				/>
			)}
		</>
	)
}
