import { Refusal } from '#app/domain/refusal.ts'
import { guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader('public', (): null => {
	throw new Refusal('not_found')
})

export default function NotFound() {
	return null
}
