import { pino } from 'pino'
import type { Logger } from 'pino'

export type Log = Logger

/** The one door for log lines: one JSON object per event, ids only, never names, addresses, forms or cookies. */
export function openLog(level: string): Log {
	return pino({
		level,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		redact: ['headers', 'body', 'cookie'],
	})
}
