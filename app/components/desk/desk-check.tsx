import { PageTitle } from '#app/components/layout/page-title.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { DraftPieceText } from '#app/components/workspace/draft-evidence.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import { MEMBER_ACT_FILES_MAX, takesFiles } from '#app/domain/member-act/rules.ts'
import { AllSent, DeskFrame, Envelope, useDeskAddress } from './desk-frame.tsx'
import type { DeskFormFacts } from './desk-frame.tsx'
import { saidRows } from './said-rows.tsx'
import type { TypedForm } from './typed-values.ts'

export type Checked = {
	form: TypedForm
	/** The files of the act: those that stay of the version before, then those that were added. */
	pieces: readonly DraftPiece[]
	/** Titles of added files that are not here any more. */
	gone: readonly string[]
}

/** What will be public, once more before it is, with its files and a button that publishes it. */
export function DeskCheck({ form, pieces, gone, ...facts }: DeskFormFacts & Checked) {
	const words = useWords()
	const { say } = words
	const { kind } = facts
	const address = useDeskAddress(facts)
	return (
		<DeskFrame facts={facts}>
			<PageTitle caption={say(`act.${kind}`)}>{say('desk.check.title')}</PageTitle>
			<InsetText>{say(form.isRetracted ? 'desk.retract.hint' : 'desk.for-ever')}</InsetText>
			<QuestionForm
				action={address('publish')}
				button={say('desk.publish')}
				beside={<OtherButton action={address('change')} text={say('desk.change')} />}
			>
				<Envelope facts={facts} />
				<AllSent kind={kind} form={form} />
				<SummaryList rows={saidRows(kind, form.said, words)} />
				{form.reason ? <p className="govuk-body">{`${say('desk.reason')}: ${form.reason}`}</p> : null}
				{takesFiles(kind) ? <Files facts={facts} form={form} pieces={pieces} gone={gone} /> : null}
			</QuestionForm>
		</DeskFrame>
	)
}

function Files({ facts, form, pieces, gone }: Checked & { facts: DeskFormFacts }) {
	const { say, format } = useWords()
	const address = useDeskAddress(facts)
	const kept = pieces.length - form.files.length
	return (
		<section id="files">
			<h2 className="govuk-heading-m">{say('desk.files')}</h2>
			{gone.length > 0 ? (
				<WarningText>{say('desk.files.gone', { titles: format.list(gone) })}</WarningText>
			) : null}
			{pieces.length === 0 ? <p className="govuk-body">{say('desk.files.none')}</p> : null}
			<ul className="app-evidence">
				{pieces.map((piece, at) => (
					<li key={at}>
						<DraftPieceText piece={piece} />
						{at < kept ? null : (
							<p>
								<OtherButton
									action={address(`file/${String(at - kept)}/remove`)}
									text={say('task.evidence.remove')}
									of={piece.title}
								/>
							</p>
						)}
					</li>
				))}
			</ul>
			{pieces.length < MEMBER_ACT_FILES_MAX ? (
				<OtherButton action={address('file')} text={say('desk.files.add')} />
			) : (
				<p className="govuk-body">{say('desk.files.full')}</p>
			)}
		</section>
	)
}

type OtherButtonProps = { action: string; text: string; of?: string }

/** A button that takes the same form elsewhere. */
function OtherButton({ action, text, of }: OtherButtonProps) {
	return (
		<button type="submit" className="govuk-button govuk-button--secondary" formAction={action}>
			{text}
			{of === undefined ? null : <span className="govuk-visually-hidden"> {of}</span>}
		</button>
	)
}
