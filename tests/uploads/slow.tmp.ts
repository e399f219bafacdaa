import { cleanAll } from './clean-all.ts'
import { HOSTILE_DOCUMENTS } from './hostile-documents.ts'
import { HOSTILE_OTHERS } from './hostile-others.ts'
import { hostilePictures } from './hostile-pictures.ts'
import { TRUE_DOCUMENTS } from './true-documents.ts'
import { TRUE_PICTURES } from './true-pictures.ts'
let made = new Map<string, number>(), at = new Map<string,number>()
const t: [string, number, number, string][] = []
const all = [...TRUE_PICTURES, ...TRUE_DOCUMENTS, ...(await hostilePictures()), ...HOSTILE_DOCUMENTS, ...HOSTILE_OTHERS].map(f => ({...f, bytes: async () => { const a=performance.now(); const b = await f.bytes(); made.set(f.name, performance.now()-a); at.set(f.name, performance.now()); return b } }))
await cleanAll(all, (f, o) => { t.push([f.name, made.get(f.name) ?? 0, performance.now() - (at.get(f.name) ?? 0), 'refusal' in o ? o.refusal : o.facts.mediaType]) })
t.sort((a,b)=>b[1]+b[2]-a[1]-a[2]); for (const r of t.slice(0,40)) console.log(r.map(x=>typeof x==='number'?Math.round(x):x).join(' '))
const c=t.map(r=>r[2]).sort((a,b)=>a-b); console.log('median', c[c.length>>1])
