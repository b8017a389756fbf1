import i18next from 'i18next'
import { Component, type ReactNode } from 'react'
import { isLoadFailure } from './is-load-failure.ts'

interface Props {
  children: ReactNode
  /** Makes what failed anew. Without it the whole page failed and is loaded again. */
  onRetry?: () => void
}

/** What a reader sees when our own code fails or does not arrive: plain words and a line to pass on, no stack. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  private readonly retry = () => {
    const { onRetry } = this.props
    if (!onRetry) return window.location.reload()
    onRetry()
    this.setState({ error: null })
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    const unloaded = isLoadFailure(error)
    return (
      <div className={this.props.onRetry ? 'problem part-problem' : 'fatal'} role="alert">
        <p>{unloaded ? i18next.t('problem.unloaded') : i18next.t('problem.unexpected')}</p>
        {unloaded ? null : (
          <p>
            <code>{error.message}</code>
          </p>
        )}
        <button type="button" className="button" onClick={this.retry}>
          {i18next.t('app.retry')}
        </button>
        {unloaded ? (
          <button type="button" className="button" onClick={() => window.location.reload()}>
            {i18next.t('app.reload')}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => void navigator.clipboard?.writeText(error.message)}>
            {i18next.t('app.copy')}
          </button>
        )}
      </div>
    )
  }
}
