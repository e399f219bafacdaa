/** The worked example in the specification of the log's formats. */
const receipt = `c2sp.org/tlog-proof@v1
extra eyJhY3Rvck9yZ2FuaXphdGlvbiI6Ik1pbmlzdHJ5IG9mIFdvcmtzIiwiY29udGVudEhhc2giOiI5YzNmNzJkY2NlYzBhM2VmZjdmNDkxZTk0MGVhZDFiYjU2MjU2ZjU1MThhYjFkMGM1NmE1NTVlNjcxNTNiZTNlIiwiZGF5IjoiMjAyNi0wMi0wMSIsImtpbmQiOiJjb21taXRtZW50IiwicmVjb3JkSWQiOiJjLTEiLCJ2ZXJzaW9uIjoyfQ==
index 1
Tuy2tbinMeaP2uEZI5WzmzpwQ3xzAb26a2TfzkVVqyY=

log.example/demo
2
VLSZzG5VIF7Kp9v+FLVahOFMwz9X6gUwYM4dCoBmI3A=

— log.example/demo YHYW3pwNb/pHWP63j7fJMeDY5EuxtC2aeWXDc7Sk62ChFm+sJIUTeXD7y7cZdBUagZhZxSb7rTXILQz3dZEVxzci2wM=
`

const record = `{
	"content": { "title": "Publish budgets — élan", "€": null, "share": 1000000000000000000000.0 },
	"salt": "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=",
	"entry": {
		"version": 2, "recordId": "c-1", "kind": "commitment", "day": "2026-02-01",
		"contentHash": "9c3f72dccec0a3eff7f491e940ead1bb56256f5518ab1d0c56a555e67153be3e",
		"actorOrganization": "Ministry of Works"
	},
	"another": ["member"]
}
`

const emptyCheckpoint = `log.example/demo
0
47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

— log.example/demo YHYW3uqf52FkMt/P9OpCbtj5HhlXBSGDzUDBeOXgNuSDv2SBGkhljqpcWRLoXg9ZGQYfKGFQ1jgU598S4wYejVCNVwM=
`

export const DEMO = {
	vkey: 'log.example/demo+607616de+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4',
	receipt,
	record,
	emptyCheckpoint,
} as const
