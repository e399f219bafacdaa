import { useForm } from '@conform-to/react'
import type { FieldMetadata } from '@conform-to/react'
import { IndicatorName } from '#app/components/commitment/coding-table.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { CodingPlace } from '#app/domain/irm-coding/commands.server.ts'
import type { CodingDesk, StoredValue } from '#app/domain/irm-coding/queries.server.ts'
import { SCALES } from '#app/domain/irm-coding/rules.ts'
import type { CodingAnswer } from '#app/domain/irm-coding/schema.ts'
import { PLAN_TOTALS } from '#app/domain/irm-coding/rules.ts'
import type { Say } from '#app/i18n/translate.ts'
import { codingHref, codingSubjectHref } from './addresses.ts'
import { CodingFrame } from './coding-frame.tsx'
import { StoredValues } from './stored-values.tsx'

type QuestionProps = {
	desk: CodingDesk
	place: CodingPlace
	person: Signed
	/** The coding that is to be corrected, as its address names it. */
	corrects: string | null
	rejected?: Rejected
	/** What was typed before the check, for who comes back from it. */
	typed?: CodingAnswer | undefined
}

const NAMES = ['value', 'figure', 'product', 'codedOn', 'sourceUrl', 'locator'] as const
type Name = (typeof NAMES)[number]
type Typed = { [N in Name]: string }

/** A value of one indicator: only its own scale is offered. */
export function CodingQuestion({ desk, place, person, corrects, rejected, typed }: QuestionProps) {
	const { say, locale } = useWords()
	const own = desk.codings.filter(({ indicator }) => indicator === place.indicator)
	const seen = carriedAlong(rejected, typed)
	const corrected = own.find(({ recordId }) => recordId === (seen?.corrects ?? corrects)) ?? null
	const [, fields] = useForm<Typed>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: typed ?? (corrected ? storedAsTyped(corrected) : {}),
	})
	const asked = NAMES.filter((name) => name !== 'figure' || place.indicator === 'PLAN_TOTAL')
	return (
		<CodingFrame
			desk={desk}
			person={person}
			title={say(corrected ? 'irm-coding.title.correct' : 'irm-coding.title')}
			backHref={codingSubjectHref(locale, place.planId, place.commitmentId)}
			errors={errorsOf(
				rejected,
				asked.map((name) => fields[name]),
				say,
			)}
			refusal={rejected?.reason}
		>
			{own.length > 0 ? <StoredValues desk={desk} codings={own} /> : null}
			<QuestionForm
				action={codingHref(locale, place, 'check')}
				version={seen?.version ?? corrected?.version ?? 0}
			>
				<input type="hidden" name="corrects" value={corrected?.recordId ?? ''} />
				<CodingFields place={place} fields={fields} asked={asked} />
			</QuestionForm>
		</CodingFrame>
	)
}

type FieldsProps = {
	place: CodingPlace
	fields: Record<Name, FieldMetadata<string>>
	asked: readonly Name[]
}

function CodingFields({ place, fields, asked }: FieldsProps) {
	const { say } = useWords()
	return (
		<>
			<Radios
				{...fieldFrom(fields.value, say)}
				label={<IndicatorName indicator={place.indicator} />}
				size="m"
				items={choicesOf(place, say)}
			/>
			{asked
				.filter((name) => name !== 'value')
				.map((name) => (
					<TextField
						key={name}
						{...fieldFrom(fields[name], say)}
						label={say(`irm-coding.${name}`)}
						hint={say(`irm-coding.${name}.hint`)}
					/>
				))}
		</>
	)
}

function choicesOf({ indicator }: CodingPlace, say: Say) {
	if (indicator === 'PLAN_TOTAL')
		return PLAN_TOTALS.map((value) => ({ value, label: say(`plan-total.${value}`) }))
	return SCALES[indicator].map((value) => ({ value, label: say(`irm-value.${value}`) }))
}

type Seen = { readonly corrects: string; readonly version: number }

/** Which coding, in which version, the form that came back was about. */
function carriedAlong(rejected: Rejected, typed: CodingAnswer | undefined): Seen | null {
	if (typed) return { corrects: typed.corrects ?? '', version: typed.version }
	const sent = rejected?.reply.initialValue
	if (!sent) return null
	const { corrects, version } = sent
	return { corrects: typeof corrects === 'string' ? corrects : '', version: Number(version) || 0 }
}

function storedAsTyped({ value, valueAsPublished, product, ...stored }: StoredValue): Partial<Typed> {
	const year = stored.year === null ? '' : String(stored.year)
	return {
		value: value ?? '',
		figure: valueAsPublished,
		product,
		codedOn: stored.codedOn ?? year,
		sourceUrl: stored.sourceUrl ?? '',
		locator: stored.locator ?? '',
	}
}
