import i18next from 'i18next'
import { Component, type ReactNode } from 'react'

/** What a reader sees when our own code fails: plain words and a line to pass on, no stack. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { message: string | null }> {
  override state: { message: string | null } = { message: null }

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    const { message } = this.state
    if (message === null) return this.props.children
    return (
      <div className="fatal" role="alert">
        <p>{i18next.t('problem.unexpected')}</p>
        <p>
          <code>{message}</code>
        </p>
        <button type="button" className="button" onClick={() => void navigator.clipboard?.writeText(message)}>
          {i18next.t('app.copy')}
        </button>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {i18next.t('app.retry')}
        </button>
      </div>
    )
  }
}
