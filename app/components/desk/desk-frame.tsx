import type { ReactNode } from 'react'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { Corrected, DeskView } from '#app/domain/desk/view.ts'
import type { DeskKind } from '#app/domain/member-act/rules.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { deskFormHref, deskHref } from './addresses.ts'
import { FIELDS } from './field-list.ts'
import { typedOf } from './typed-values.ts'
import type { TypedForm } from './typed-values.ts'

export type DeskFormFacts = {
	desk: DeskView
	kind: DeskKind
	/** The number that a new act will have. */
	recordId: string
	/** Null for a new act. */
	corrected: Corrected | null
	person: Signed
}

type FrameProps = {
	facts: DeskFormFacts
	errors?: readonly { readonly href: string; readonly text: string }[]
	refusal?: RefusalReason | null | undefined
	children: ReactNode
}

/** The frame of the pages on which an act is written. */
export function DeskFrame({ facts: { desk, person }, errors = [], refusal, children }: FrameProps) {
	const { locale } = useWords()
	return (
		<WorkspacePage
			person={person}
			member={desk.member}
			backHref={deskHref(locale, desk.member.id)}
			errors={errors}
			refusal={refusal}
		>
			{children}
		</WorkspacePage>
	)
}

/** Where the form of an act leads, by what is done with it. */
export function useDeskAddress({ desk, kind, corrected }: DeskFormFacts): (step?: string) => string {
	const { locale } = useWords()
	const form = deskFormHref(locale, { memberId: desk.member.id, kind, recordId: corrected?.recordId })
	return (step) => (step === undefined ? form : `${form}/${step}`)
}

/** Which act a form is, and which version it corrects. */
export function Envelope({ facts: { recordId, corrected } }: { facts: DeskFormFacts }) {
	return (
		<>
			<input type="hidden" name="recordId" value={corrected?.recordId ?? recordId} />
			<input type="hidden" name="seen" value={corrected?.version ?? 0} />
		</>
	)
}

/** Files that were added so far, as every form carries them on. */
export function AddedFilesSent({ files }: Pick<TypedForm, 'files'>) {
	return <Hidden values={files.flatMap((file, at) => partsOf(`files[${String(at)}]`, file))} />
}

/** All that was typed and checked, to be sent on by the next page. */
export function AllSent({ kind, form }: { kind: DeskKind; form: TypedForm }) {
	const said = [...typedOf(FIELDS[kind], form.said)].flatMap(([name, values]) =>
		values.map((value) => [`said.${name}`, value] as const),
	)
	return (
		<>
			<Hidden
				values={[
					...said,
					...(form.reason ? [['reason', form.reason] as const] : []),
					...(form.isRetracted ? [['isRetracted', 'on'] as const] : []),
					...partsOf('keeps', form.keeps),
				]}
			/>
			<AddedFilesSent files={form.files} />
		</>
	)
}

function partsOf(name: string, parts: Readonly<Record<string, string>>) {
	return Object.entries(parts).map(([part, value]) => [`${name}.${part}`, value] as const)
}

function Hidden({ values }: { values: readonly (readonly [string, string])[] }) {
	return (
		<>
			{values.map(([name, value], at) => (
				<input key={at} type="hidden" name={name} value={value} />
			))}
		</>
	)
}
