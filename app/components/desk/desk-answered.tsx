import type { RefusalReason } from '#app/domain/refusal.ts'
import { DeskCheck } from './desk-check.tsx'
import type { Checked } from './desk-check.tsx'
import { DeskForm } from './desk-form.tsx'
import type { DeskFormFacts } from './desk-frame.tsx'
import { checkedForm, typedIn } from './typed-values.ts'

/** What became of a form of the desk that was sent: it can be checked, or comes back with what is wrong. */
type Answer =
	| { readonly shown: { readonly answer: Parameters<typeof checkedForm>[0] } & Omit<Checked, 'form'> }
	| { readonly reply: Parameters<typeof typedIn>[0]; readonly reason?: RefusalReason | null | undefined }

/** The form of an act, or, once it can be published, the act as it will be public. */
export function DeskAnswered({ facts, answer }: { facts: DeskFormFacts; answer: Answer | undefined }) {
	if (answer && 'shown' in answer) {
		const { answer: checked, ...files } = answer.shown
		return <DeskCheck {...facts} {...files} form={checkedForm(checked)} />
	}
	return <DeskForm {...facts} form={typedIn(answer?.reply)} refusal={answer?.reason} />
}
