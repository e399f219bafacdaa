import { useForm } from '@conform-to/react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { LOCAL_TYPES, MEMBER_LEVELS, PARTICIPATION_MODES } from '#app/domain/member/rules.ts'
import { SOURCE_MAX_CHARACTERS } from '#app/domain/member/schema.ts'
import { contactsHref, newMemberHref } from './addresses.ts'
import { NameFields } from './office-names.tsx'

type Typed = {
	level: string
	localType: string
	participationMode: string
	nameEn: string
	nameId: string
	countryCode: string
	timeZone: string
	joinedYear: string
	slug: string
	source: string
}
type Fields = ReturnType<typeof useForm<Typed>>[1]

/** What is known of a member that is not here yet. */
export function NewMemberQuestion({ person, rejected }: { person: Signed; rejected: Rejected }) {
	const { say, locale } = useWords()
	const [, fields] = useForm<Typed>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { level: 'LOCAL' },
	})
	const { level, localType, participationMode, nameEn, nameId } = fields
	const { countryCode, timeZone, joinedYear, slug, source } = fields
	const order = [level, localType, participationMode, nameId, nameEn, countryCode, timeZone, joinedYear]
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={contactsHref(locale)}
			errors={errorsOf(rejected, [...order, slug, source], say)}
			refusal={rejected?.reason}
		>
			<PageTitle>{say('member-new.title')}</PageTitle>
			<p className="govuk-body">{say('member-new.lead')}</p>
			<QuestionForm action={newMemberHref(locale)} button={say('member-new.add')}>
				<KindFields fields={fields} />
				<NameFields nameEn={nameEn} nameId={nameId} />
				<PlaceFields fields={fields} />
			</QuestionForm>
		</WorkspacePage>
	)
}

function KindFields({ fields }: { fields: Fields }) {
	const { say } = useWords()
	return (
		<>
			<Radios
				{...fieldFrom(fields.level, say)}
				label={say('member-new.level')}
				size="s"
				items={MEMBER_LEVELS.toReversed().map((level) => ({
					value: level,
					label: say(`member-level.${level}`),
				}))}
			/>
			<Select
				{...fieldFrom(fields.localType, say)}
				label={say('member-new.local-type')}
				hint={say('member-new.local-only')}
				items={[
					{ value: '', text: say('member-new.local-type.unknown') },
					...LOCAL_TYPES.map((value) => ({ value, text: say(`local-type.${value}`) })),
				]}
			/>
			<Select
				{...fieldFrom(fields.participationMode, say)}
				label={say('member.participation')}
				hint={say('member-new.local-only')}
				items={[
					{ value: '', text: say('member-new.choose') },
					...PARTICIPATION_MODES.map((value) => ({ value, text: say(`participation-mode.${value}`) })),
				]}
			/>
		</>
	)
}

function PlaceFields({ fields }: { fields: Fields }) {
	const { say } = useWords()
	return (
		<>
			<TextField
				{...fieldFrom(fields.countryCode, say)}
				label={say('member-new.country')}
				hint={say('member-new.country.hint')}
				width={2}
				spellCheck={false}
			/>
			<TextField
				{...fieldFrom(fields.timeZone, say)}
				label={say('member.time-zone')}
				hint={say('member-new.time-zone.hint')}
				width={20}
				spellCheck={false}
			/>
			<TextField
				{...fieldFrom(fields.joinedYear, say)}
				label={say('member-new.year')}
				width={4}
				inputMode="numeric"
			/>
			<TextField
				{...fieldFrom(fields.slug, say)}
				label={say('member-new.slug')}
				hint={say('member-new.slug.hint')}
				spellCheck={false}
			/>
			<TextField
				{...fieldFrom(fields.source, say)}
				label={say('member.source')}
				hint={say('member-new.source.hint')}
				maxLength={SOURCE_MAX_CHARACTERS}
			/>
		</>
	)
}
