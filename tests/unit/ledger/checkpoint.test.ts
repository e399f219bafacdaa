import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
	base64Of,
	bytesOf,
	checkpointText,
	openCheckpoint,
	openNote,
	parseCheckpoint,
	parseNote,
	parseVkey,
	signerOf,
	vkeyOf,
} from '#app/ledger/checkpoint.ts'
import { EMPTY_ROOT } from '#app/ledger/merkle.ts'
import { CHECKPOINT, EMPTY_CHECKPOINT, KEY, ORIGIN, VKEY } from './worked-example.ts'

// Example of C2SP/C2SP, signed-note.md.
const POEM = `Ognuno sta solo sul cuor della terra
trafitto da un raggio di sole:

ed è subito sera.

— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
`

// Example of C2SP/C2SP, tlog-checkpoint.md.
const BEHIND_THE_SOFA = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`

// Example of golang.org/x/mod/sumdb/note, example_test.go: the key and the note that its owner signed.
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const NEUMANNS_NOTE = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`

// Key of the Go checksum database, as the go command has it built in, and a checkpoint that it signed.
const GO_SUM = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'
const GO_SUMS_CHECKPOINT = `go.sum database tree
65209736
5+uGFjx6xBZG8ip1+wi77v+grwbhhukIrxEUS8PXvRo=

— sum.golang.org Az3grnbssgK7ubgFX36gVETtNv0U23qxyAhAMai2QUfeGa3nB/akvkMdlUErfcZz7l/R3cVtYspg3dxXABkGZZKdsQ8=
`

const verifierOf = (vkey: string) => {
	const verifier = parseVkey(vkey)
	if (!verifier) throw new Error(`${vkey} is no key`)
	return verifier
}

describe('notes that others published', () => {
	test.each([
		['a note of the Go project', NEUMANNS_NOTE, NEUMANN],
		['a checkpoint of the Go checksum database', GO_SUMS_CHECKPOINT, GO_SUM],
	])('%s opens with the key of its owner, and only with that', (_what, note, vkey) => {
		expect(openNote(note, verifierOf(vkey))).toBe(note.slice(0, note.lastIndexOf('\n\n') + 1))
		expect(openNote(note, verifierOf(VKEY))).toBeNull()
		const { name, publicKey } = verifierOf(vkey)
		expect(vkeyOf(name, publicKey)).toBe(vkey)
	})

	test('the example of signed-note has empty lines in its text, and one signature', () => {
		const note = parseNote(POEM)
		expect(note?.text).toMatch(/sole:\n\ned è subito sera\.\n$/)
		expect(note?.signatures.map(({ name, id }) => [name, Buffer.from(id).toString('hex')])).toEqual([
			['quasimodo.example/salvatore', '367ba04b'],
		])
	})

	test('the example of tlog-checkpoint says origin, size and root', () => {
		const note = parseNote(BEHIND_THE_SOFA)
		const checkpoint = parseCheckpoint(note?.text ?? '')
		expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 })
		expect(base64Of(checkpoint?.root ?? EMPTY_ROOT)).toBe('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=')
		expect(checkpoint && checkpointText(checkpoint)).toBe(note?.text)
	})
})

describe('the worked example', () => {
	const signer = signerOf(ORIGIN, KEY)
	const root = bytesOf('VLSZzG5VIF7Kp9v+FLVahOFMwz9X6gUwYM4dCoBmI3A=') ?? EMPTY_ROOT

	test('has this key', () => expect(signer.vkey).toBe(VKEY))

	test('is signed to the byte, the empty log too', () => {
		expect(signer.sign(checkpointText({ origin: ORIGIN, size: 0, root: EMPTY_ROOT }))).toBe(EMPTY_CHECKPOINT)
		expect(signer.sign(checkpointText({ origin: ORIGIN, size: 2, root }))).toBe(CHECKPOINT)
	})

	test('opens again', () => {
		expect(openCheckpoint(CHECKPOINT, VKEY)).toEqual({ origin: ORIGIN, size: 2, root })
	})

	test('carries the cosignatures of others, which nobody has to know', () => {
		const witness = '— witness.example/w1 AAAAAAEC\n'
		expect(openCheckpoint(CHECKPOINT + witness, VKEY)?.size).toBe(2)
		expect(openCheckpoint(CHECKPOINT.replace('— log', `${witness}— log`), VKEY)?.size).toBe(2)
	})

	test('with any one bit changed opens no more', () => {
		const bytes = Buffer.from(CHECKPOINT, 'utf8')
		fc.assert(
			fc.property(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), (bit) => {
				const changed = Buffer.from(bytes)
				const at = bit >> 3
				changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7))
				expect(openCheckpoint(changed.toString('utf8'), VKEY)).toBeNull()
			}),
			{ numRuns: 2_000, seed: 32 },
		)
	})
})

describe('a checkpoint is refused', () => {
	const [line = ''] = CHECKPOINT.split('\n').slice(-2)
	const signer = signerOf(ORIGIN, KEY)
	const text = CHECKPOINT.slice(0, CHECKPOINT.indexOf('\n\n') + 1)

	test.each([
		['without its last newline', CHECKPOINT.slice(0, -1)],
		['with an empty line behind it', `${CHECKPOINT}\n`],
		['with other line ends', CHECKPOINT.replaceAll('\n', '\r\n')],
		['with a mark of byte order', `\ufeff${CHECKPOINT}`],
		['with a hyphen for the dash', CHECKPOINT.replace('—', '-')],
		['with two spaces', CHECKPOINT.replace(`— ${ORIGIN} `, `— ${ORIGIN}  `)],
		['with base64 that is not padded', CHECKPOINT.replace('wM=\n', 'wM\n')],
		['with a tab', CHECKPOINT.replace('— ', '—\t')],
		['without a signature', `${text}\n`],
		['signed for another origin', signer.sign(text.replace(ORIGIN, 'log.example/other'))],
		['with a fourth line', signer.sign(`${text}extension\n`)],
		['with a size that begins with zero', signer.sign(text.replace('\n2\n', '\n02\n'))],
		['with a size that has a sign', signer.sign(text.replace('\n2\n', '\n+2\n'))],
		['with a size beyond what can be counted', signer.sign(text.replace('\n2\n', '\n9999999999999999\n'))],
		['with a root of 31 bytes', signer.sign(text.replace(/\n[^\n]+\n$/, `\n${'A'.repeat(40)}AA==\n`))],
		['with the same signature once more, wrong', `${CHECKPOINT}${line.replace('pwNb', 'pwNc')}\n`],
		['with a name in front that holds no key', 'x'],
		['that is too long to be one', `${CHECKPOINT}${'— w.example AAAAAAEC\n'.repeat(100)}`],
	])('%s', (_what, note) => {
		expect(openCheckpoint(note, VKEY)).toBeNull()
	})

	test('though a hundred others are refused, sixteen signatures are read', () => {
		expect(openCheckpoint(`${CHECKPOINT}${'— w.example AAAAAAEC\n'.repeat(16)}`, VKEY)?.size).toBe(2)
	})
})

describe('the line of a key is refused', () => {
	test.each([
		['with another identifier', VKEY.replace('607616de', '607616df')],
		['with capital digits', VKEY.replace('607616de', '607616DE')],
		['of another type', VKEY.replace('+AQOh', '+BAOh')],
		['that is too short', VKEY.slice(0, -4)],
		['with a space in the name', VKEY.replace('log.example', 'log example')],
		['with a wide space in the name', VKEY.replace('log.example', 'log\u3000example')],
		['without a name', VKEY.replace(ORIGIN, '')],
		['that is empty', ''],
	])('%s', (_what, vkey) => {
		expect(parseVkey(vkey)).toBeNull()
		expect(openCheckpoint(CHECKPOINT, vkey)).toBeNull()
	})
})

test.each(['', 'two words', 'a+b', 'tab\there', 'line\nline'])('“%s” cannot sign', (name) => {
	expect(() => signerOf(name, KEY)).toThrow('cannot be the name')
})

test('what is signed is text that ends its last line', () => {
	expect(() => signerOf(ORIGIN, KEY).sign('no end')).toThrow()
	expect(() => signerOf(ORIGIN, KEY).sign('carriage\r\n')).toThrow()
})
