import type { ShippedCall } from '#app/domain/call-version/queries.server.ts'

/** The calls that the product brings along, by what their rows say with their fields; a migration adds them. */
export const SHIPPED_CALLS: readonly ShippedCall[] = [
	{ callId: 'ogp-local-2020', mark: '9fff3a19fc791a3a5f34b7b80eac807cd9946552d59a07e18fbd84e5a75510b9' },
	{ callId: 'ogp-local-2023', mark: 'ac9c1a68d18430b2dd9651efe3dec98617f7932c01da30415853728b93193232' },
]
