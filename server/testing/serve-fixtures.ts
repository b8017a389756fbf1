/** `node --import tsx server/testing/serve-fixtures.ts`: the fixtures on a port, to look at while real data are being made. */
import { readConfig } from '../config.ts'
import { fixtureApp } from './fixture-app.ts'

const config = readConfig(process.env)
const app = await fixtureApp({ config })
await app.listen({ host: config.host, port: config.port })
