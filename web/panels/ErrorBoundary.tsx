import i18next from 'i18next'
import { Component, type ReactNode } from 'react'
import { isLoadFailure } from './is-load-failure.ts'
import { ReloadButton } from './ReloadButton.tsx'

interface Props {
  children: ReactNode
  /** One part of the page, which can be tried again while the rest goes on. Otherwise all of it is loaded again. */
  isPart?: boolean
}

/** What a reader sees when our own code fails or does not arrive: plain words and a line to pass on, no stack. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { children, isPart } = this.props
    const { error } = this.state
    if (error === null) return children
    const retry = () => (isPart ? this.setState({ error: null }) : window.location.reload())
    return (
      <div className={isPart ? 'problem part-problem' : 'fatal'} role="alert">
        {isLoadFailure(error) ? (
          <>
            <p>{i18next.t('problem.unloaded')}</p>
            <ReloadButton />
          </>
        ) : (
          <>
            <p>{i18next.t('problem.unexpected')}</p>
            <p>
              <code>{error.message}</code>
            </p>
            <button type="button" className="button" onClick={() => void navigator.clipboard?.writeText(error.message)}>
              {i18next.t('app.copy')}
            </button>
            <button type="button" className="button" onClick={retry}>
              {i18next.t('app.retry')}
            </button>
          </>
        )}
      </div>
    )
  }
}
