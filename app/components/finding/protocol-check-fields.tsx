import type { FieldMetadata } from '@conform-to/react'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { chosenIn } from '#app/components/workspace/chosen-in.ts'
import { textIn } from '#app/domain/bilingual.ts'
import type { VerificationProtocol } from '#app/domain/milestone/schema.ts'
import { CHECK_NOTE_MAX_CHARACTERS, checksOf } from '#app/domain/verification/rules.ts'
import type { ProtocolCheck } from '#app/domain/verification/rules.ts'

type ProtocolCheckFieldsProps = {
	fields: { readonly checksMet: FieldMetadata<string[]> } & {
		readonly [C in ProtocolCheck as `note${C}`]: FieldMetadata<string>
	}
	protocol: VerificationProtocol | undefined
}

/** Each check that the milestone's protocol asks for: ticked or not, with a note. Nothing where it has none. */
export function ProtocolCheckFields({ fields, protocol }: ProtocolCheckFieldsProps) {
	const words = useWords()
	const { say } = words
	const checks = checksOf(protocol)
	if (protocol === undefined || checks.length === 0) return null
	const met = fieldFrom(fields.checksMet, say)
	return (
		<>
			<Checkboxes
				{...met}
				defaultValue={chosenIn(met.defaultValue)}
				label={say('finding.checks')}
				hint={say('finding.checks.hint')}
				size="m"
				items={checks.map((check) => ({
					value: check,
					label: say(`protocol-check.${check}`),
					hint: laidDown(protocol, check, words),
				}))}
			/>
			{checks.map((check) => (
				<TextField
					key={check}
					{...fieldFrom(fields[`note${check}`], say)}
					label={say('finding.checks.note', { check: say(`protocol-check.${check}`) })}
					maxLength={CHECK_NOTE_MAX_CHARACTERS}
				/>
			))}
		</>
	)
}

/** What the protocol lays down for a check. */
function laidDown(protocol: VerificationProtocol, check: ProtocolCheck, { locale, format }: Words): string {
	const { whatEn, whatId, whereEn, whereId, who, byOn } = protocol
	if (check === 'WHAT') return textIn({ en: whatEn, id: whatId }, locale)?.text ?? ''
	if (check === 'WHERE') return textIn({ en: whereEn, id: whereId }, locale)?.text ?? ''
	return (check === 'WHO' ? who : byOn === null ? null : format.day(byOn)) ?? ''
}
