import fc from 'fast-check'

// Every run tries the same cases; `BIFOLIO_SEED=… npm test` tries others.
fc.configureGlobal({ seed: Number(process.env.BIFOLIO_SEED ?? 20140526) })
