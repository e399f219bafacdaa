import { createPrivateKey } from 'node:crypto'

// The worked example of the log's formats: the same bytes, whoever makes them.

/** Ed25519 seed 00 01 … 1f, as the PKCS #8 key of the log. */
export const KEY = createPrivateKey({
	key: Buffer.concat([
		Buffer.from('302e020100300506032b657004220420', 'hex'),
		Uint8Array.from({ length: 32 }, (_byte, at) => at),
	]),
	format: 'der',
	type: 'pkcs8',
})
	.export({ type: 'pkcs8', format: 'pem' })
	.toString()

export const ORIGIN = 'log.example/demo'
export const VKEY = 'log.example/demo+607616de+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4'

export const ENTRIES = [
	'{"actorOrganization":"Ministry of Works","contentHash":"1cbf72c5841e0ec9e079b66728cc0e791ea107b37e9719f1021a6369e08ebcf0","day":"2026-01-31","kind":"commitment","recordId":"c-1","version":1}',
	'{"actorOrganization":"Ministry of Works","contentHash":"9c3f72dccec0a3eff7f491e940ead1bb56256f5518ab1d0c56a555e67153be3e","day":"2026-02-01","kind":"commitment","recordId":"c-1","version":2}',
] as const

export const LEAF_HASHES = [
	'4eecb6b5b8a731e68fdae1192395b39b3a70437c7301bdba6b64dfce4555ab26',
	'e84fbd0e152ed726738430da43be863e3b9588c2b55baf5079358548c0ec16f1',
] as const

/** Salts 00 … 1f and 20 … 3f, canonical contents, and their hashes as they stand in the entries. */
export const CONTENTS = [
	{
		firstSaltByte: 0,
		canonical: '{"share":0.5,"title":"Publish budgets — élan","€":1}',
		contentHash: '1cbf72c5841e0ec9e079b66728cc0e791ea107b37e9719f1021a6369e08ebcf0',
	},
	{
		firstSaltByte: 32,
		canonical: '{"share":1e+21,"title":"Publish budgets — élan","€":null}',
		contentHash: '9c3f72dccec0a3eff7f491e940ead1bb56256f5518ab1d0c56a555e67153be3e',
	},
] as const

export const EMPTY_CHECKPOINT = `log.example/demo
0
47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

— log.example/demo YHYW3uqf52FkMt/P9OpCbtj5HhlXBSGDzUDBeOXgNuSDv2SBGkhljqpcWRLoXg9ZGQYfKGFQ1jgU598S4wYejVCNVwM=
`

export const CHECKPOINT = `log.example/demo
2
VLSZzG5VIF7Kp9v+FLVahOFMwz9X6gUwYM4dCoBmI3A=

— log.example/demo YHYW3pwNb/pHWP63j7fJMeDY5EuxtC2aeWXDc7Sk62ChFm+sJIUTeXD7y7cZdBUagZhZxSb7rTXILQz3dZEVxzci2wM=
`

export const RECEIPT = `c2sp.org/tlog-proof@v1
extra eyJhY3Rvck9yZ2FuaXphdGlvbiI6Ik1pbmlzdHJ5IG9mIFdvcmtzIiwiY29udGVudEhhc2giOiI5YzNmNzJkY2NlYzBhM2VmZjdmNDkxZTk0MGVhZDFiYjU2MjU2ZjU1MThhYjFkMGM1NmE1NTVlNjcxNTNiZTNlIiwiZGF5IjoiMjAyNi0wMi0wMSIsImtpbmQiOiJjb21taXRtZW50IiwicmVjb3JkSWQiOiJjLTEiLCJ2ZXJzaW9uIjoyfQ==
index 1
Tuy2tbinMeaP2uEZI5WzmzpwQ3xzAb26a2TfzkVVqyY=

${CHECKPOINT}`
