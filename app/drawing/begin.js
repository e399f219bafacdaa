// What a thread starts with: from here on it runs TypeScript, however the process itself was started.
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
