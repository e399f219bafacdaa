import type { ReactNode } from 'react'
import { useForm } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { ButtonLink } from '#app/components/ui/button.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { EVIDENCE_KINDS, STANCES } from '#app/domain/evidence/rules.ts'
import { TITLE_MAX_CHARACTERS, URL_MAX_CHARACTERS } from '#app/domain/evidence/schema.ts'
import type { EvidenceView } from '#app/domain/evidence/view.ts'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'

type Piece = { kind: string; url: string; title: string; stance: string }

/** The form of one piece of evidence, with what is wrong with it; `stance` only where a claim is judged. */
export function useEvidenceForm(rejected: Rejected, hasStance: boolean) {
	const { say } = useWords()
	const [, fields] = useForm<Piece>({ id: 'answer', lastResult: rejected?.reply })
	const { kind, url, title, stance } = fields
	const asked = hasStance ? [url, kind, title, stance] : [url, kind, title]
	const errors: readonly FieldError[] = errorsOf(rejected, asked, say)
	return { fields, errors }
}

type EvidenceEditorProps = {
	form: ReturnType<typeof useEvidenceForm>
	given: readonly Omit<EvidenceView, 'stance'>[]
	most: number
	version: number
	hasStance: boolean
	/** Where the form goes, where it goes to come back here, where each piece is taken out, and where the page leads. */
	action: string
	anotherAction: string
	removeAction: (position: number) => string
	onHref: string
	/** Whether the page may be left without another piece. */
	isEnough: boolean
}

/** The evidence given so far, each piece with its own way out, and the form for one more. */
export function EvidenceEditor(props: EvidenceEditorProps) {
	const { given, most, onHref, isEnough } = props
	const { say } = useWords()
	const onward = isEnough ? (
		<ButtonLink href={onHref} variant="secondary">
			{say('task.evidence.enough')}
		</ButtonLink>
	) : null
	return (
		<>
			<GivenEvidence {...props} />
			{given.length >= most ? (
				<>
					<p className="govuk-body">{say('task.evidence.full')}</p>
					{onward}
				</>
			) : (
				<OneMore {...props} onward={onward} />
			)}
		</>
	)
}

function OneMore({
	version,
	action,
	anotherAction,
	form,
	hasStance,
	onward,
}: EvidenceEditorProps & { onward: ReactNode }) {
	const { say } = useWords()
	const another = (
		<button type="submit" className="govuk-button govuk-button--secondary" formAction={anotherAction}>
			{say('task.evidence.another')}
		</button>
	)
	return (
		<QuestionForm
			action={action}
			version={version}
			beside={
				<>
					{another}
					{onward}
				</>
			}
		>
			<PieceFields form={form} hasStance={hasStance} />
		</QuestionForm>
	)
}

function PieceFields({ form, hasStance }: Pick<EvidenceEditorProps, 'form' | 'hasStance'>) {
	const { say } = useWords()
	const { kind, url, title, stance } = form.fields
	const kinds = EVIDENCE_KINDS.map((code) => ({ value: code, text: say(`evidence-kind.${code}`) }))
	return (
		<>
			<TextField
				{...fieldFrom(url, say)}
				label={say(hasStance ? 'finding.evidence.url' : 'task.evidence.url')}
				type={hasStance ? 'text' : 'url'}
				maxLength={URL_MAX_CHARACTERS}
				spellCheck={false}
			/>
			<Select
				{...fieldFrom(kind, say)}
				label={say('task.evidence.kind')}
				items={[{ value: '', text: say('workspace.choose') }, ...kinds]}
			/>
			<TextField
				{...fieldFrom(title, say)}
				label={say('task.evidence.what')}
				maxLength={TITLE_MAX_CHARACTERS}
			/>
			{hasStance ? (
				<Radios
					{...fieldFrom(stance, say)}
					label={say('finding.evidence.stance')}
					size="s"
					items={STANCES.map((code) => ({ value: code, label: say(`stance.${code}`) }))}
				/>
			) : null}
		</>
	)
}

function GivenEvidence({ given, version, removeAction }: EvidenceEditorProps) {
	const { say } = useWords()
	if (given.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{say('task.evidence.given')}</h2>
			<ol className="govuk-list govuk-list--number">
				{given.map((piece, at) => (
					<li key={at}>
						{piece.title} – {say(`evidence-kind.${piece.kind}`)}
						<br />
						<span className="app-address">{piece.url}</span>
						<form method="post" action={removeAction(at)}>
							<input type="hidden" name="version" value={version} />
							<button type="submit" className="govuk-button govuk-button--secondary">
								{say('task.evidence.remove')}
								<span className="govuk-visually-hidden"> {piece.title}</span>
							</button>
						</form>
					</li>
				))}
			</ol>
		</section>
	)
}
