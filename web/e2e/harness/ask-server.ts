/** Questions a test puts to the server beside the page; one that is busy is asked again, as a reader's page does. */
import type { Page } from 'playwright-core'
import { fetchPatiently } from '../../api/fetch-patiently.ts'

export async function ask<T>(page: Page, path: string): Promise<T> {
  return answerOf(page, path, { headers: { accept: 'application/json' } })
}

export async function post<T>(page: Page, path: string, body: object): Promise<T> {
  return answerOf(page, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function answerOf<T>(page: Page, path: string, init: RequestInit): Promise<T> {
  const response = await fetchPatiently(new URL(path, page.url()).href, init)
  return (await response.json()) as T
}
