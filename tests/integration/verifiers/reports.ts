import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { miniLog, miniRecord, miniRecords, recordJson } from './mini-log.ts'

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** A report with its data and a checkpoint inside, and the record that names the SHA-256 of its files. */
export async function miniReport() {
	const seed = Buffer.alloc(32, 9)
	const earlier = miniRecords(20)
	const older = miniLog('log.example/reports', seed, earlier).checkpoint(20)
	const snapshot = `{"figures":[1,2,3],"kind":"progress-report"}`
	const files = {
		en: await pdfOf('Progress report', { 'checkpoint.txt': older, 'snapshot.json': snapshot }),
		id: await pdfOf('Laporan kemajuan', { 'checkpoint.txt': older, 'snapshot.json': snapshot }),
	}
	const record = miniRecord({
		recordId: 'report-1',
		kind: 'report.published',
		content: {
			kind: 'report.published',
			snapshotHash: sha256(snapshot),
			pdfSha256: { en: sha256(files.en), id: sha256(files.id) },
		},
	})
	const log = miniLog('log.example/reports', seed, [...earlier, record])
	return { key: log.vkey, log, files, record: recordJson(record), receipt: log.receipt(20, 21) }
}

/** A PDF with texts that travel inside it. */
export async function pdfOf(title: string, inside: Readonly<Record<string, string>>): Promise<Buffer> {
	const day = new Date('2026-03-01T00:00:00Z')
	const pdf = new PDFDocument({ info: { Title: title, CreationDate: day } })
	const parts: Buffer[] = []
	pdf.on('data', (part: Buffer) => parts.push(part))
	const ended = new Promise((resolve) => pdf.on('end', resolve))
	pdf.text(title)
	for (const [name, text] of Object.entries(inside))
		pdf.file(Buffer.from(text), { name, creationDate: day, modifiedDate: day })
	pdf.end()
	await ended
	return Buffer.concat(parts)
}
