/** Starts the browser that was found, with the switches that make software rendering quiet and repeatable. */
import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from './find-browser.ts'

const switches = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Nothing leaves this machine, whatever a page asks for: the test then sees a failed request.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, environment } = await findBrowser()
  return chromium
    .launch({ executablePath, args: switches, env: { ...ownEnvironment(), ...environment }, timeout: 60_000 })
    .catch((cause: unknown) => {
      throw new Error(
        `The browser at ${executablePath} did not start. Set CHROMIUM_PATH to one that runs here (Debian: \`apt-get install chromium\`).`,
        { cause },
      )
    })
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
