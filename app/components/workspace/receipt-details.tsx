import { VERIFIER_ADDRESS, receiptFileHref, recordHref, recordJsonHref } from '#app/components/addresses.ts'
import { SignedNote } from '#app/components/log/signed-note.tsx'
import { QrCode } from '#app/components/record/qr-code.tsx'
import { signHref } from '#app/components/key/addresses.ts'
import { judgedHref } from '#app/components/finding/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ReceiptView, Successor } from '#app/domain/receipt/view.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { taskHref, withdrawalHref } from './addresses.ts'

export type ReceiptFacts = {
	receipt: ReceiptView
	/** The public address of the record. */
	address: string
	/** The newest checkpoint that covers the act; null while the log does not sign. */
	checkpoint: string | null
}

/** What proves an act: its place in the log, its seal, the files to keep, and the address for a telephone. */
export function ReceiptDetails({ receipt, address, checkpoint }: ReceiptFacts) {
	const { say, format } = useWords()
	return (
		<>
			<SummaryList
				rows={[
					{ key: say('receipt.kind'), value: say(`receipt.kind.${receipt.kind}`) },
					{ key: say('receipt.organization'), value: <TextIn text={receipt.organization} /> },
					{ key: say('receipt.day'), value: <time dateTime={receipt.day}>{format.day(receipt.day)}</time> },
					{ key: say('receipt.position'), value: format.count(receipt.position) },
					{ key: say('receipt.hash'), value: <code className="app-address">{receipt.contentHash}</code> },
				]}
			/>
			{checkpoint === null ? <WarningText>{say('receipt.not-signed')}</WarningText> : null}
			<p className="govuk-body">{say('receipt.keep')}</p>
			{checkpoint === null ? null : <p className="govuk-body">{say('receipt.proof')}</p>}
			<WaysOn receipt={receipt} isSigned={checkpoint !== null} />
			<QrCode address={address} label={say('receipt.qr')} />
			{checkpoint === null ? null : <SignedNote text={checkpoint} label={say('receipt.checkpoint')} />}
		</>
	)
}

function WaysOn({ receipt, isSigned }: { receipt: ReceiptView; isSigned: boolean }) {
	const { say, locale } = useWords()
	const { recordId, version } = receipt
	return (
		<ul className="govuk-list">
			{isSigned ? (
				<li>
					<a className="govuk-link" href={receiptFileHref(recordId, version)}>
						{say('receipt.file')}
					</a>
				</li>
			) : null}
			<li>
				<a className="govuk-link" href={VERIFIER_ADDRESS}>
					{say('receipt.verify')}
				</a>
			</li>
			<li>
				<a className="govuk-link" href={recordHref(locale, recordId)}>
					{say('receipt.record')}
				</a>
			</li>
			<li>
				<a className="govuk-link" href={recordJsonHref(recordId, version)}>
					{say('receipt.json')}
				</a>
			</li>
			<WhatFollows receipt={receipt} />
		</ul>
	)
}

/** Where the next version is written, and where a finding that puts people in danger is withdrawn. */
function WhatFollows({
	receipt: { kind, recordId, version, successor, isToSign },
}: {
	receipt: ReceiptView
}) {
	const { say, locale } = useWords()
	return (
		<>
			{isToSign ? (
				<li>
					<a className="govuk-link" href={signHref(locale, recordId, version)}>
						{say('sign.link')}
					</a>
				</li>
			) : null}
			{kind === 'verification.published' ? (
				<li>
					<a className="govuk-link" href={withdrawalHref(locale, recordId, 'withdraw')}>
						{say('withdraw.link')}
					</a>
				</li>
			) : null}
			{successor ? (
				<li>
					<a className="govuk-link" href={successorHref(locale, successor)}>
						{say('receipt.successor')}
					</a>
				</li>
			) : null}
		</>
	)
}

function successorHref(locale: Locale, successor: Successor): string {
	return successor.kind === 'report' ? taskHref(locale, successor, 'level') : judgedHref(locale, successor)
}
